import type { Json } from "../foundation/json.ts";
import { encodeValue } from "./encode-value.ts";
import type { EncodedValue } from "./sandbox.ts";

export { ENCODING_LIMITS, encodeValue } from "./encode-value.ts";

/** How far two numbers may lie apart and still be the same (absolute; 0 where left out). */
export type Comparison = { tolerance?: number | undefined };

/**
 * Whether an observed value is the expected one. Numbers compare by value (so 0 is -0), everything else exactly; the
 * order of object keys and of the elements of sets and maps doesn't matter, the order of arrays does.
 *
 * `expected` is plain JSON. A value that was too large to be kept is never equal.
 */
export function sameValue(
  observed: EncodedValue | undefined,
  expected: Json,
  { tolerance = 0 }: Comparison = {},
): boolean {
  if (!observed || !("text" in observed)) return false;
  return same(parse(observed.text), parse(encodeValue(expected)), tolerance);
}

/** Whether an observed value is exactly this JSON value, to the last bit: for "the arguments are unchanged". */
export function isUnchanged(observed: EncodedValue | undefined, original: Json): boolean {
  return observed !== undefined && "text" in observed && observed.text === encodeValue(original);
}

const parse = (text: string): Json => JSON.parse(text) as Json;

function same(observed: Json, expected: Json, tolerance: number): boolean {
  const [left, right] = [numberIn(observed), numberIn(expected)];
  if (left !== undefined && right !== undefined) return sameNumber(left, right, tolerance);
  if (Array.isArray(observed) && Array.isArray(expected)) return sameList(observed, expected, tolerance);
  if (isObject(observed) && isObject(expected)) return sameObject(observed, expected, tolerance);
  return observed === expected;
}

function sameNumber(left: number, right: number, tolerance: number): boolean {
  return left === right || (Number.isNaN(left) && Number.isNaN(right)) || Math.abs(left - right) <= tolerance;
}

function sameList(left: Json[], right: Json[], tolerance: number): boolean {
  return left.length === right.length && left.every((element, index) => same(element, right[index]!, tolerance));
}

function sameObject(left: JsonObject, right: JsonObject, tolerance: number): boolean {
  const keys = Object.keys(left);
  const sameKeys = keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key));
  return sameKeys && keys.every((key) => same(left[key]!, right[key]!, tolerance));
}

type JsonObject = { [key: string]: Json };

const isObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The kind and parts of a tagged value; `undefined` for plain JSON. */
function tagOf(value: Json): [kind: string, ...parts: Json[]] | undefined {
  if (!isObject(value) || !Array.isArray(value["$"])) return undefined;
  return value["$"] as [string, ...Json[]];
}

function numberIn(value: Json): number | undefined {
  if (typeof value === "number") return value;
  const tag = tagOf(value);
  return tag?.[0] === "number" ? Number(tag[1]) : undefined;
}

/** An observed value as a person writes it: `{ "c1": NaN }`, `Map(1)[["a", 1]]`; cut to `length` characters. */
export function describeValue(observed: EncodedValue | undefined, length = 200): string {
  if (!observed) return "nothing";
  if (!("text" in observed)) return `a value of ${observed.bytes} bytes`;
  const text = describe(parse(observed.text));
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function describe(value: Json): string {
  const tag = tagOf(value);
  if (tag) return describeTagged(tag);
  if (Array.isArray(value)) return `[${value.map(describe).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(ownKey(key))}: ${describe(member)}`);
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
}

const ownKey = (key: string): string => (key.startsWith("$") ? key.slice(1) : key);

function describeTagged([kind, ...parts]: [kind: string, ...parts: Json[]]): string {
  switch (kind) {
    case "number":
    case "symbol":
      return String(parts[0]);
    case "bigint":
      return `${parts[0]}n`;
    case "date":
      return `Date(${parts[0] ?? "invalid"})`;
    case "regexp":
      return `/${parts[0]}/${parts[1]}`;
    case "error":
      return `${parts[0]}: ${parts[1]}`;
    case "object":
      return `${parts[0]} ${describe(parts[1]!)}`;
    case "cycle":
      return "[circular]";
    default:
      return parts.length > 0 ? `${kind}(${parts.map(describe).join(", ")})` : kind;
  }
}
