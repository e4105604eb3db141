import { getPrototypeOf, isArray, ownKeys, stringify, toText } from "./primordials.ts";

const MAX_DEPTH = 4;
const MAX_ELEMENTS = 100;

/** A value roughly as Node's console prints it, on one line. */
export function inspect(value: unknown, path: unknown[] = []): string {
  if (typeof value === "string") return path.length > 0 ? stringify(value) : value;
  if (typeof value === "function") return `[Function: ${value.name || "anonymous"}]`;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : toText(value);
  if (path.includes(value)) return "[Circular]";
  return path.length >= MAX_DEPTH ? (isArray(value) ? "[Array]" : "[Object]") : inspectObject(value, [...path, value]);
}

function inspectObject(value: object, path: unknown[]): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (value instanceof RegExp) return toText(value);
  if (value instanceof Promise) return "Promise { … }";
  if (isArray(value))
    return bracket(
      value.slice(0, MAX_ELEMENTS).map((element) => inspect(element, path)),
      "[]",
    );
  if (value instanceof Map) return `Map(${value.size}) ${bracket(mapEntries(value, path), "{}")}`;
  if (value instanceof Set) return `Set(${value.size}) ${bracket(setElements(value, path), "{}")}`;
  return `${className(value)}${bracket(members(value, path), "{}")}`;
}

const mapEntries = (map: Map<unknown, unknown>, path: unknown[]): string[] =>
  [...map].slice(0, MAX_ELEMENTS).map(([key, value]) => `${inspect(key, path)} => ${inspect(value, path)}`);

const setElements = (set: Set<unknown>, path: unknown[]): string[] =>
  [...set].slice(0, MAX_ELEMENTS).map((element) => inspect(element, path));

function members(value: object, path: unknown[]): string[] {
  return Object.keys(value)
    .slice(0, MAX_ELEMENTS)
    .map((key) => `${quoteKey(key)}: ${inspect((value as Record<string, unknown>)[key], path)}`);
}

const quoteKey = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : stringify(key));

function bracket(parts: string[], [open, close]: string): string {
  if (parts.length === 0) return `${open}${close}`;
  return open === "[" ? `[ ${parts.join(", ")} ]` : `{ ${parts.join(", ")} }`;
}

function className(value: object): string {
  const prototype = getPrototypeOf(value);
  if (prototype === null) return "[Object: null prototype] ";
  const name = prototype.constructor?.name;
  return !name || name === "Object" || ownKeys(prototype).length === 0 ? "" : `${name} `;
}

/** Arguments of `console.log` or `util.format` as one line: `%s`, `%d`, `%i`, `%f`, `%j`, `%o`, `%O` and `%%` are filled in. */
export function format(...values: unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== "string") return values.map((value) => inspect(value)).join(" ");
  const filled = first.replace(/%[sdifjoO%]/g, (directive) => {
    if (directive === "%%") return "%";
    return rest.length > 0 ? fill(directive, rest.shift()) : directive;
  });
  return [filled, ...rest.map((value) => inspect(value))].join(" ");
}

function fill(directive: string, value: unknown): string {
  if (directive === "%d" || directive === "%f") return toText(Number(value));
  if (directive === "%i") return toText(Number.parseInt(toText(value), 10));
  if (directive === "%j") return stringify(value) ?? "undefined";
  return inspect(value);
}
