import type { Json } from "#shared/domain/foundation/json.ts";

/** Whether a value says anything: blank texts, empty lists and a language without a program don't. */
export function isAnswered(value: Json | undefined): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === "string") return value.trim() !== "";
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== "object") return true;
  if ("source" in value) return isAnswered(value["source"]);
  return Object.values(value).some(isAnswered);
}
