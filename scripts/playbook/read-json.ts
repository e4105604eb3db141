import { readFileSync } from "node:fs";
import { Refusal } from "#shared/domain/foundation/refusal.ts";

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;

/** The value of a JSON file. @throws Refusal `malformed_json` where there is no such file or it isn't JSON */
export const readJson = (path: string): unknown => parse(path, (_key, value) => value);

/** As {@link readJson}, every number by its own decimal text, so that none becomes a binary float. */
export const readJsonWithDecimals = (path: string): unknown =>
  parse(path, (_key, value, { source }) => (typeof value === "number" ? (source ?? String(value)) : value));

function parse(path: string, reviver: Reviver): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text, reviver as (key: string, value: unknown) => unknown);
  } catch (error) {
    throw new Refusal("malformed_json", `${path} isn't JSON: ${(error as Error).message}`);
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (error) {
    throw new Refusal("malformed_json", `${path} can't be read: ${(error as Error).message}`);
  }
}
