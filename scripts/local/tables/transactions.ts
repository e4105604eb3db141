import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { asList, asObject, asText, type JsonObject, messageOf } from "../json.ts";
import { meetsCondition } from "./dynalite.ts";
import { type Inner, type Reply, TableFailure } from "./inner.ts";

/** One action of a transaction with what it finds. */
type Step = { action: string; request: JsonObject; table: string; key: JsonObject; before: JsonObject | undefined };
type Image = Pick<Step, "table" | "key" | "before">;

const MOST_ACTIONS = 100;

/** Milliseconds for which a client's token makes a repeated transaction the same one. */
const TOKEN_LIFE = 600_000;

export type Transactions = {
  /** Undoes what a process that was killed had half written. */
  recover(): Promise<void>;
  write(request: JsonObject): Promise<Reply>;
  read(request: JsonObject): Promise<Reply>;
};

/**
 * Transactions over tables that have none. No other write may come between: the caller runs one write at a time.
 * @param undoFile holds the items as they were while a transaction writes
 */
export function transactionsOver(inner: Inner, undoFile: string): Transactions {
  const done = new Map<string, { digest: string; at: number }>();
  return {
    recover: async () => {
      if (!existsSync(undoFile)) return;
      await restore(inner, JSON.parse(readFileSync(undoFile, "utf8")) as Image[]);
      rmSync(undoFile);
    },
    write: async (request) => {
      const token = request["ClientRequestToken"];
      const digest = createHash("sha256").update(JSON.stringify(request["TransactItems"])).digest("hex");
      if (typeof token === "string" && isRepeat(done, token, digest)) return { status: 200, body: {} };
      const steps = await plan(inner, request);
      refuseUnmet(steps);
      writeFileSync(undoFile, JSON.stringify(steps.map(({ table, key, before }) => ({ table, key, before }))));
      await apply(inner, steps).finally(() => rmSync(undoFile));
      if (typeof token === "string") done.set(token, { digest, at: Date.now() });
      return { status: 200, body: {} };
    },
    read: async (request) => {
      const gets = actionsOf(request).map((item) => asObject(item["Get"], "Get"));
      const items = await Promise.all(
        gets.map((get) => inner.read(asText(get["TableName"], "TableName"), asObject(get["Key"], "Key"))),
      );
      return { status: 200, body: { Responses: items.map((item): JsonObject => (item ? { Item: item } : {})) } };
    },
  };
}

function isRepeat(done: Map<string, { digest: string; at: number }>, token: string, digest: string): boolean {
  for (const [each, { at }] of done) if (at < Date.now() - TOKEN_LIFE) done.delete(each);
  const known = done.get(token);
  if (known && known.digest !== digest) {
    throw new TableFailure("IdempotentParameterMismatchException", "the token was used with different parameters");
  }
  return known !== undefined;
}

function actionsOf(request: JsonObject): JsonObject[] {
  const items = asList(request["TransactItems"], "TransactItems").map((item) => asObject(item, "an action"));
  if (items.length >= 1 && items.length <= MOST_ACTIONS) return items;
  throw new TableFailure("ValidationException", `a transaction has 1 to ${MOST_ACTIONS} actions, not ${items.length}`);
}

async function plan(inner: Inner, request: JsonObject): Promise<Step[]> {
  const steps: Step[] = [];
  for (const item of actionsOf(request)) {
    const [[action, value] = ["", null]] = Object.entries(item);
    const body = asObject(value, action);
    const table = asText(body["TableName"], "TableName");
    const key = await inner.keyOf(table, asObject(action === "Put" ? body["Item"] : body["Key"], action));
    steps.push({ action, request: body, table, key, before: await inner.read(table, key) });
  }
  const targets = new Set(steps.map(({ table, key }) => table + JSON.stringify(key)));
  if (targets.size === steps.length) return steps;
  throw new TableFailure("ValidationException", "Transaction request cannot include multiple operations on one item");
}

function refuseUnmet(steps: Step[]): void {
  const reasons = steps.map(({ request, before }): JsonObject => {
    if (isMet(before, request)) return { Code: "None" };
    const failed = { Code: "ConditionalCheckFailed", Message: "The conditional request failed" };
    const shown = request["ReturnValuesOnConditionCheckFailure"] === "ALL_OLD" && before;
    return shown ? { ...failed, Item: shown } : failed;
  });
  if (reasons.some(({ Code }) => Code !== "None")) throw canceled(reasons);
}

function isMet(before: JsonObject | undefined, request: JsonObject): boolean {
  try {
    return meetsCondition(before, request);
  } catch (error) {
    throw new TableFailure("ValidationException", messageOf(error));
  }
}

function canceled(reasons: JsonObject[]): TableFailure {
  const codes = reasons.map(({ Code }) => Code).join(", ");
  const sentence = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return new TableFailure("TransactionCanceledException", sentence, { CancellationReasons: reasons });
}

async function apply(inner: Inner, steps: Step[]): Promise<void> {
  for (const [index, { action, request }] of steps.entries()) {
    if (action === "ConditionCheck") continue;
    const { ReturnValuesOnConditionCheckFailure: _, ...write } = request;
    const { status, body } = await inner.call(`${action}Item`, write);
    if (status === 200) continue;
    await restore(inner, steps.slice(0, index));
    const failed = { Code: "ValidationError", Message: body["message"] ?? null };
    throw canceled(steps.map((_, position) => (position === index ? failed : { Code: "None" })));
  }
}

async function restore(inner: Inner, images: Image[]): Promise<void> {
  for (const { table, key, before } of images) {
    if (before) await inner.call("PutItem", { TableName: table, Item: before });
    else await inner.call("DeleteItem", { TableName: table, Key: key });
  }
}
