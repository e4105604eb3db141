/*
 * Tagged canonical JSON: the text in which a sandboxed program's values leave the sandbox.
 *
 * JSON's own values stand for themselves, with the keys of objects sorted. All others are an object with the single
 * key "$" and a list that starts with the kind: {"$":["number","NaN"]}, {"$":["undefined"]}, {"$":["map",[[1,2]]]}.
 * A key of a program's own that starts with "$" gets a second "$" in front.
 *
 * This file runs inside the sandbox, in the same realm as the candidate's program. It takes hold of every built-in it
 * needs when it is loaded, so that nothing the program changes later changes what it does.
 */

export type EncodingLimits = { nodes: number; length: number; depth: number };

export const ENCODING_LIMITS: EncodingLimits = { nodes: 200_000, length: 1_048_576, depth: 500 };

const { apply, getPrototypeOf, getOwnPropertyDescriptor, ownKeys } = Reflect;
const { isArray } = Array;
const { stringify } = JSON;
const { is } = Object;
const { isView } = ArrayBuffer;
const { isFinite: isFiniteNumber } = Number;
const objectPrototype = Object.prototype;
const [toText, TooLarge, Bytes] = [String, RangeError, Uint8Array];

type Call = (target: unknown, ...parameters: unknown[]) => unknown;

/** A built-in method as a function of its `this`, whatever becomes of the prototype it came from. */
function method(of: (...parameters: never[]) => unknown): Call {
  return (target, ...parameters) => apply(of, target, parameters);
}

function getter(prototype: object, key: PropertyKey): Call {
  return method(getOwnPropertyDescriptor(prototype, key)!.get!);
}

const sortKeys = method(Array.prototype.sort) as (keys: string[]) => void;
const startsWith = method(String.prototype.startsWith) as (text: string, start: string) => boolean;
const isEnumerable = method(objectPrototype.propertyIsEnumerable) as (of: object, key: string) => boolean;
const dateTime = method(Date.prototype.getTime) as (date: object) => number;
const dateText = method(Date.prototype.toISOString) as (date: object) => string;
const eachOfMap = method(Map.prototype.forEach) as (map: object, each: (value: unknown, key: unknown) => void) => void;
const eachOfSet = method(Set.prototype.forEach) as (set: object, each: (value: unknown) => void) => void;
const sourceOf = getter(RegExp.prototype, "source") as (of: object) => string;
const flagsOf = getter(RegExp.prototype, "flags") as (of: object) => string;
const viewName = getter(getPrototypeOf(Uint8Array.prototype)!, Symbol.toStringTag) as (of: object) => string;
const unbox = {
  number: method(Number.prototype.valueOf),
  string: method(String.prototype.valueOf),
  boolean: method(Boolean.prototype.valueOf),
};

/** Each throws for an object of any other kind: the only test of an object's kind that no program can fool. */
const KINDS: { kind: string; proof: Call }[] = [
  { kind: "date", proof: method(Date.prototype.getTime) },
  { kind: "map", proof: getter(Map.prototype, "size") },
  { kind: "set", proof: getter(Set.prototype, "size") },
  { kind: "buffer", proof: getter(ArrayBuffer.prototype, "byteLength") },
  { kind: "number", proof: unbox.number },
  { kind: "string", proof: unbox.string },
  { kind: "boolean", proof: unbox.boolean },
];

/** Kinds that are told by the prototype they inherit from. */
const FAMILIES: { kind: string; prototype: object }[] = [
  { kind: "regexp", prototype: RegExp.prototype },
  { kind: "error", prototype: Error.prototype },
  { kind: "promise", prototype: Promise.prototype },
];

type Walk = { limits: EncodingLimits; nodes: number; length: number; path: object[] };

/**
 * The tagged canonical JSON text of any value.
 *
 * @throws RangeError when the value has more parts, text or depth than `limits`; whatever a getter or proxy throws.
 */
export function encodeValue(value: unknown, limits: EncodingLimits = ENCODING_LIMITS): string {
  return encode(value, { limits, nodes: 0, length: 0, path: [] });
}

function encode(value: unknown, walk: Walk): string {
  if (++walk.nodes > walk.limits.nodes) throw new TooLarge("the value has too many parts");
  return typeof value === "object" && value !== null
    ? encodeObject(value, walk)
    : counted(encodePrimitive(value), walk);
}

function counted(text: string, walk: Walk): string {
  walk.length += text.length;
  if (walk.length > walk.limits.length) throw new TooLarge("the value is too long");
  return text;
}

function encodePrimitive(value: unknown): string {
  switch (typeof value) {
    case "number":
      return encodeNumber(value);
    case "string":
      return stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "undefined":
    case "function":
      return `{"$":["${typeof value}"]}`;
    case "bigint":
    case "symbol":
      return tagged(typeof value, stringify(toText(value)));
    default:
      return "null";
  }
}

function encodeNumber(value: number): string {
  if (isFiniteNumber(value) && !is(value, -0)) return toText(value);
  return tagged("number", is(value, -0) ? '"-0"' : `"${value}"`);
}

/** `encoded` is the text of the value's own parts. */
const tagged = (kind: string, encoded: string): string => `{"$":["${kind}",${encoded}]}`;

function encodeObject(value: object, walk: Walk): string {
  const depth = walk.path.length;
  for (let index = 0; index < depth; index++) if (walk.path[index] === value) return tagged("cycle", toText(index));
  if (depth >= walk.limits.depth) throw new TooLarge("the value is nested too deeply");
  walk.path[depth] = value;
  const text = isArray(value) ? encodeList(value, walk) : encodeByKind(value, walk);
  walk.path.length = depth;
  return text;
}

function encodeList(list: unknown[], walk: Walk): string {
  let text = "";
  for (let index = 0; index < list.length; index++) {
    const element = list[index];
    const isHole = element === undefined && !getOwnPropertyDescriptor(list, index);
    if (isHole) walk.nodes++;
    text += (index > 0 ? "," : "") + (isHole ? counted('{"$":["hole"]}', walk) : encode(element, walk));
  }
  return `[${text}]`;
}

function encodeByKind(value: object, walk: Walk): string {
  const prototype = getPrototypeOf(value);
  if (prototype === objectPrototype || prototype === null) return encodeMembers(value, walk);
  if (isView(value)) return encodeView(value, walk);
  switch (kindOf(value)) {
    case "date":
      return tagged("date", is(dateTime(value), NaN) ? "null" : stringify(dateText(value)));
    case "map":
      return tagged("map", encodeMap(value, walk));
    case "set":
      return tagged("set", encodeSet(value, walk));
    case "buffer":
      return tagged("ArrayBuffer", encodeBytes(new Bytes(value as ArrayBuffer), walk));
    case "number":
    case "string":
    case "boolean":
      return tagged("boxed", encodePrimitive(unboxed(value)));
    default:
      return encodeByFamily(value, walk);
  }
}

function kindOf(value: object): string | undefined {
  for (let index = 0; index < KINDS.length; index++) if (passes(KINDS[index]!.proof, value)) return KINDS[index]!.kind;
  return undefined;
}

function passes(proof: Call, value: object): boolean {
  try {
    proof(value);
    return true;
  } catch {
    return false; // which is all that the built-in's refusal says
  }
}

function unboxed(value: object): unknown {
  if (passes(unbox.number, value)) return unbox.number(value);
  return passes(unbox.string, value) ? unbox.string(value) : unbox.boolean(value);
}

function encodeByFamily(value: object, walk: Walk): string {
  const kind = familyOf(value);
  if (kind === "promise") return '{"$":["promise"]}';
  if (kind === "regexp")
    return tagged("regexp", `${stringify(toText(sourceOf(value)))},${stringify(toText(flagsOf(value)))}`);
  const fault = value as Error;
  if (kind === "error") return tagged("error", `${encode(fault.name, walk)},${encode(fault.message, walk)}`);
  return tagged("object", `${encode(className(value), walk)},${encodeMembers(value, walk)}`);
}

function familyOf(value: object): string | undefined {
  for (let ancestor = getPrototypeOf(value); ancestor !== null; ancestor = getPrototypeOf(ancestor))
    for (let index = 0; index < FAMILIES.length; index++)
      if (FAMILIES[index]!.prototype === ancestor) return FAMILIES[index]!.kind;
  return undefined;
}

function className(value: object): string {
  const maker: unknown = value.constructor;
  return typeof maker === "function" ? toText(maker.name) : "";
}

function encodeMembers(value: object, walk: Walk): string {
  const keys: string[] = [];
  const all = ownKeys(value);
  for (let index = 0; index < all.length; index++) {
    const key = all[index];
    if (typeof key === "string" && isEnumerable(value, key)) keys[keys.length] = key;
  }
  sortKeys(keys);
  let text = "";
  for (let index = 0; index < keys.length; index++)
    text += (index > 0 ? "," : "") + encodeMember(value, keys[index]!, walk);
  return `{${text}}`;
}

function encodeMember(value: object, key: string, walk: Walk): string {
  const name = counted(stringify(startsWith(key, "$") ? `$${key}` : key), walk);
  return `${name}:${encode((value as Record<string, unknown>)[key], walk)}`;
}

function encodeMap(map: object, walk: Walk): string {
  let text = "";
  eachOfMap(map, (value, key) => {
    text += `${text ? "," : ""}[${encode(key, walk)},${encode(value, walk)}]`;
  });
  return `[${text}]`;
}

function encodeSet(set: object, walk: Walk): string {
  let text = "";
  eachOfSet(set, (element) => {
    text += (text ? "," : "") + encode(element, walk);
  });
  return `[${text}]`;
}

function encodeView(view: ArrayBufferView, walk: Walk): string {
  const name = viewName(view);
  if (name === undefined) return '{"$":["DataView"]}';
  return tagged(name, encodeBytes(view as Uint8Array, walk));
}

function encodeBytes(elements: ArrayLike<number>, walk: Walk): string {
  let text = "";
  for (let index = 0; index < elements.length; index++) text += (index > 0 ? "," : "") + encode(elements[index], walk);
  return `[${text}]`;
}
