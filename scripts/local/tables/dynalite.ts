import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { Json, JsonObject } from "../json.ts";

/** The parts of dynalite (JavaScript without types) that are used here. */
type Expressions = { ConditionExpression?: Json; ExpressionAttributeNames?: Json; ExpressionAttributeValues?: Json };
type Parsed = { _condition?: { expression: unknown } };

const require = createRequire(import.meta.url);
const dynalite = require("dynalite") as (options: object) => Server;
const { matchesExprFilter } = require("dynalite/db") as {
  matchesExprFilter(item: JsonObject, expression: unknown): boolean;
};
const { validateExpressions } = require("dynalite/validations") as {
  validateExpressions(request: Expressions & Parsed): string | null | undefined;
};

/** A DynamoDB without transactions, on a folder. */
export function createDynalite(folder: string): Server {
  return dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
}

/** Whether an item (none: nothing) meets a condition. @throws Error with DynamoDB's words for a malformed one */
export function meetsCondition(item: JsonObject | undefined, request: JsonObject): boolean {
  const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = request;
  if (ConditionExpression === undefined) return true;
  const parsed: Expressions & Parsed = { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues };
  const complaint = validateExpressions(parsed);
  if (typeof complaint === "string") throw new Error(complaint);
  return matchesExprFilter(item ?? {}, parsed._condition?.expression);
}
