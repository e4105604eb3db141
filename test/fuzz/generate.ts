import type { Random } from "../simulation/random.ts";

/** A JSON Schema, as far as the interface's document uses it. */
export type Schema = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: { [name: string]: Schema };
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  format?: string;
  pattern?: string;
};

/** Texts that mean something to the product: ids it has given, words of its playbook. */
export type Words = readonly string[];

const MOST_MEMBERS = 3;

/** A value that the schema allows. */
export function valueFor(schema: Schema, random: Random, words: Words): unknown {
  if ("const" in schema) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return valueFor(random.pick(branches), random, words);
  const type = Array.isArray(schema.type) ? random.pick(schema.type) : schema.type;
  switch (type) {
    case "object":
      return objectFor(schema, random, words);
    case "array":
      return arrayFor(schema, random, words);
    case "string":
      return textFor(schema, random, words);
    case "integer":
      return random.between(Math.max(schema.minimum ?? 0, -5), Math.min(schema.maximum ?? 50, 1_000));
    case "number":
      return random.between(schema.minimum ?? 0, schema.maximum ?? 9) + (schema.maximum ? 0 : 0.5);
    case "boolean":
      return random.chance(0.5);
    case "null":
      return null;
    default:
      return anyValue(random, words);
  }
}

/** What fields of these names hold: drawn at random, it would hardly ever be met. */
const FITTING: { [name: string]: RegExp } = {
  playbook: /^small/,
  partner_test_id: /^small$/,
  assessment_type_id: /^small$/,
  test_id: /^small$/,
  partner_interview_id: /^ord_/,
  assessment_id: /^ord_/,
  order: /^ord_/,
};

/** Mostly a known text that fits the name, where there is one. */
export function named(name: string, random: Random, words: Words): string | undefined {
  const known = words.filter((word) => FITTING[name]?.test(word));
  return known.length > 0 && random.chance(0.7) ? random.pick(known) : undefined;
}

function objectFor(schema: Schema, random: Random, words: Words): unknown {
  const { properties = {}, required = [], additionalProperties } = schema;
  const chosen = Object.entries(properties).filter(([name]) => required.includes(name) || random.chance(0.5));
  const members = chosen.map(([name, member]) => [name, named(name, random, words) ?? valueFor(member, random, words)]);
  if (typeof additionalProperties === "object") {
    for (let more = random.between(0, MOST_MEMBERS); more > 0; more--) {
      members.push([random.pick(["team", "source", "score", "ü"]), valueFor(additionalProperties, random, words)]);
    }
  }
  return Object.fromEntries(members);
}

function arrayFor({ items = {}, minItems = 0, maxItems = 4 }: Schema, random: Random, words: Words): unknown[] {
  const length = random.between(minItems, Math.min(maxItems, minItems + MOST_MEMBERS));
  return Array.from({ length }, () => valueFor(items, random, words));
}

const DECIMALS = ["0", "1", "1.5", "30", "2.25"];

function textFor(schema: Schema, random: Random, words: Words): string {
  const { format, pattern, minLength = 0, maxLength = 200 } = schema;
  if (format === "date-time")
    return new Date(Date.parse("2026-03-01") + random.between(-9, 40) * 43_200_000).toISOString();
  if (format === "email") return random.pick(["ada@example.org", "b+c@sub.example.com"]);
  if (format === "uri")
    return random.pick(["https://hooks.example.com/in", "http://10.0.0.1/", "https://example.org/x?y=ü"]);
  const candidates = [...words, ...DECIMALS, "x", "Ünïcode \u2028 \" ' <b>", "a".repeat(maxLength)];
  const fitting = candidates.filter(
    (text) => text.length >= minLength && text.length <= maxLength && (!pattern || new RegExp(pattern, "u").test(text)),
  );
  return fitting.length > 0 ? random.pick(fitting) : "x".repeat(minLength);
}

/** Any JSON value at all, small. */
export function anyValue(random: Random, words: Words, depth = 2): unknown {
  const leaf = () => random.pick<unknown>([null, true, 0, -1, 1e15, 0.1, "", "2", "\u0000", "é", ...words.slice(0, 5)]);
  if (depth === 0 || random.chance(0.6)) return leaf();
  const inner = () => anyValue(random, words, depth - 1);
  return random.chance(0.5) ? [inner(), inner()] : { [random.pick(["value", "kind", "source", "x"])]: inner() };
}
