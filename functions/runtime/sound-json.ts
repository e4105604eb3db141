import type { Json } from "#shared/domain/foundation/json.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { pathText, type Steps } from "#shared/domain/playbook/path.ts";

const MAX_DEPTH = 64;

/**
 * What was parsed, as the journal can hold it: lone surrogates become U+FFFD.
 *
 * @throws Refusal `invalid_request` for numbers beyond a double and for nesting that no operation needs
 */
export function soundJson(value: unknown, at: Steps = []): Json {
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value === "number" && !Number.isFinite(value)) throw unsound(at, "is too large a number");
  if (typeof value !== "object" || value === null) return value as Json;
  if (at.length >= MAX_DEPTH) throw unsound(at, `is nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) return value.map((element, index) => soundJson(element, [...at, index]));
  const members = Object.entries(value);
  return Object.fromEntries(members.map(([key, member]) => [key.toWellFormed(), soundJson(member, [...at, key])]));
}

const unsound = (at: Steps, message: string): Refusal =>
  new Refusal("invalid_request", "The body can't be taken as it is.", {
    violations: [{ path: pathText(at), message }],
  });
