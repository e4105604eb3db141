/** A JSON value, as templates, events and state machine data carry them. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export type JsonObject = { [name: string]: Json };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object; throws with `what` in its sentence where it is something else. */
export function asObject(value: unknown, what: string): JsonObject {
  if (!isJsonObject(value)) throw new Error(`${what} must be an object`);
  return value;
}

/** The value as a text; throws with `what` in its sentence where it is something else. */
export function asText(value: unknown, what: string): string {
  if (typeof value !== "string") throw new Error(`${what} must be a text`);
  return value;
}

/** The value as a list; a missing one is empty. */
export function asList(value: unknown, what: string): Json[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error(`${what} must be a list`);
  return value;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
