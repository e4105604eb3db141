import type { Random } from "../simulation/random.ts";
import { anyValue } from "./generate.ts";

type Members = { [name: string]: unknown };

/** Values that have broken servers before. */
const NASTY: readonly unknown[] = [
  "\ud800",
  "\u0000",
  "x".repeat(70_000),
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "' OR 1=1 --",
  "{{7*7}}",
  1e308,
  -0,
  2 ** 53,
  [],
  {},
  [[[[]]]],
];

/** The same body with one thing about it changed, most often to something that isn't allowed. */
export function mutated(body: unknown, random: Random): unknown {
  if (random.chance(0.1)) return random.pick(NASTY);
  if (Array.isArray(body) && body.length > 0) {
    const at = random.between(0, body.length - 1);
    return body.map((element, index) => (index === at ? mutated(element, random) : element));
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return random.chance(0.5) ? random.pick(NASTY) : anyValue(random, []);
  }
  return mutatedMembers(body as Members, random);
}

function mutatedMembers(members: Members, random: Random): Members {
  const names = Object.keys(members);
  const name = names.length > 0 ? random.pick(names) : "x";
  const ways: (() => Members)[] = [
    () => Object.fromEntries(Object.entries(members).filter(([each]) => each !== name)),
    () => ({ ...members, [random.pick(["unknown", "constructor", "toString", "hasOwnProperty"])]: 1 }),
    () => JSON.parse(`{"__proto__":{"admin":true},${JSON.stringify(members).slice(1).replace(/^\}/, '"x":1}')}`),
    () => ({ ...members, [name]: mutated(members[name], random) }),
  ];
  return random.pick(ways)();
}

/** Texts that are no JSON, or none that anybody means. */
export const BROKEN_TEXTS: readonly string[] = [
  "{",
  '{"a":1,}',
  "",
  "null",
  "[]",
  '"text"',
  "\ufeff{}",
  `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
  '{"value":1e999}',
];

export const BROKEN_PARAMETERS: readonly string[] = [
  "",
  "%00",
  "..",
  "x".repeat(2_000),
  "ses_' OR 1",
  "é\u2028",
  "constructor",
];
