import { createHash, randomUUID } from "node:crypto";
import jsonata from "jsonata";
import { isJsonObject, type Json, messageOf } from "../json.ts";
import { StatesFailure } from "./failure.ts";

/** What an expression can name: the assigned variables, and `$states`. */
export type Bindings = Record<string, unknown>;

type Expression = ReturnType<typeof jsonata>;

const DIGESTS: Record<string, string> = {
  MD5: "md5",
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  "SHA-384": "sha384",
  "SHA-512": "sha512",
};

/** Whether the text is a JSONata expression rather than itself. */
function isExpression(value: Json): value is string {
  return typeof value === "string" && value.startsWith("{%") && value.endsWith("%}");
}

/**
 * The value with every `{% expression %}` in it replaced by what it gives.
 * @throws StatesFailure `States.QueryEvaluationError` where an expression fails or gives nothing
 */
export async function evaluate(value: Json, bindings: Bindings): Promise<Json> {
  if (isExpression(value)) return query(value.slice(2, -2).trim(), bindings);
  if (Array.isArray(value)) return Promise.all(value.map((part) => evaluate(part, bindings)));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(async ([name, part]) => [name, await evaluate(part, bindings)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** As `evaluate`, for a field that must give a number (`what` names it in the failure). */
export async function evaluateNumber(value: Json, bindings: Bindings, what: string): Promise<number> {
  const number = await evaluate(value, bindings);
  if (typeof number === "number") return number;
  throw new StatesFailure("States.QueryEvaluationError", `${what} must give a number, not ${JSON.stringify(number)}`);
}

/** As `evaluate`, for a field that must give a text (`what` names it in the failure). */
export async function evaluateText(value: Json, bindings: Bindings, what: string): Promise<string> {
  const text = await evaluate(value, bindings);
  if (typeof text === "string") return text;
  throw new StatesFailure("States.QueryEvaluationError", `${what} must give a text, not ${JSON.stringify(text)}`);
}

const compiled = new Map<string, Expression>();

async function query(source: string, bindings: Bindings): Promise<Json> {
  try {
    const result: unknown = await compile(source).evaluate(undefined, bindings);
    if (result === undefined) throw new Error("it gives nothing (undefined)");
    // jsonata marks its own arrays with hidden properties; a copy through text leaves plain JSON
    return JSON.parse(JSON.stringify(result)) as Json;
  } catch (error) {
    const reason = isJsonObject(error) && typeof error["message"] === "string" ? error["message"] : messageOf(error);
    throw new StatesFailure("States.QueryEvaluationError", `the JSONata expression '${source}' failed: ${reason}`);
  }
}

function compile(source: string): Expression {
  const known = compiled.get(source);
  if (known) return known;
  const expression = jsonata(source);
  registerStatesFunctions(expression);
  compiled.set(source, expression);
  return expression;
}

/** The functions that Step Functions adds to JSONata, less `$random` with a seed; `$eval` is not offered there. */
function registerStatesFunctions(expression: Expression): void {
  expression.registerFunction("uuid", () => randomUUID(), "<:s>");
  expression.registerFunction("parse", (text: string) => JSON.parse(text), "<s:x>");
  expression.registerFunction("hash", hash, "<ss:s>");
  expression.registerFunction("partition", partition, "<an:a>");
  expression.registerFunction("range", range, "<nnn:a>");
  expression.registerFunction("eval", () => {
    throw new Error("$eval is not offered in state machines");
  });
}

function hash(text: string, algorithm: string): string {
  const digest = DIGESTS[algorithm];
  if (!digest) throw new Error(`$hash knows no algorithm ${algorithm}`);
  return createHash(digest).update(text).digest("hex");
}

function partition(list: unknown[], size: number): unknown[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

function range(first: number, last: number, step: number): number[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
}
