/** A JSON value. Everything that enters the journal, a bundle or a response is one. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Canonical JSON text (RFC 8785): keys in UTF-16 order, no white space, shortest numbers.
 * Lone surrogates become U+FFFD, so that the same text always has the same bytes.
 * Members whose value is `undefined` are left out, as `JSON.stringify` does.
 *
 * @throws TypeError for numbers that JSON can't say (NaN, Infinity).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return canonicalNumber(value);
  if (typeof value === "string") return JSON.stringify(value.toWellFormed());
  if (Array.isArray(value)) return `[${value.map((element) => canonicalJson(element ?? null)).join(",")}]`;
  if (typeof value === "object") return canonicalObject(value as Record<string, unknown>);
  throw new TypeError(`canonical JSON can't hold a ${typeof value}`);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`canonical JSON can't hold ${value}`);
  return JSON.stringify(value);
}

function canonicalObject(value: Record<string, unknown>): string {
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key.toWellFormed())}:${canonicalJson(value[key])}`);
  return `{${members.join(",")}}`;
}

/** Whether two values have the same canonical text. */
export const sameJson = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);
