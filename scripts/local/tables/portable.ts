import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { asObject, asText, type JsonObject, messageOf } from "../json.ts";
import { listen } from "../listen.ts";
import { createDynalite } from "./dynalite.ts";
import { type Inner, innerTables, type Reply, TableFailure } from "./inner.ts";
import { type Transactions, transactionsOver } from "./transactions.ts";

type Operation = (request: JsonObject) => Promise<Reply>;

const WRITES = ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"];

/**
 * A DynamoDB in JavaScript alone, for platforms without the native one: dynalite, and before it what dynalite lacks
 * (transactions, the item that failed a condition, the switch for time to live). One write at a time.
 */
export async function startPortableTables({ port, folder }: { port: number; folder: string }) {
  const dynalite = createDynalite(folder);
  const innerPort = await bind(dynalite);
  const inner = innerTables(`http://127.0.0.1:${innerPort}`);
  const transactions = transactionsOver(inner, `${folder}-undo.json`);
  await transactions.recover();
  const operate = operations(inner, transactions);
  const front = await listen(port, (sentence) => console.error(sentence));
  front.open(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
    const operation = String(message.headers["x-amz-target"]).split(".")[1]!;
    const reply = await operate(operation, JSON.parse(Buffer.concat(chunks).toString("utf8"))).catch(toReply);
    response.writeHead(reply.status, { "content-type": "application/x-amz-json-1.0" });
    response.end(JSON.stringify(reply.body));
  });
  const close = async () => {
    await front.close();
    dynalite.closeAllConnections();
    await new Promise((done) => dynalite.close(done));
  };
  return { url: front.url, close };
}

function bind(server: Server): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => done((server.address() as AddressInfo).port));
  });
}

function toReply(error: unknown): Reply {
  if (error instanceof TableFailure) return error.reply;
  return { status: 500, body: { __type: "InternalServerError", message: messageOf(error) } };
}

function operations(inner: Inner, transactions: Transactions): (name: string, request: JsonObject) => Promise<Reply> {
  const inTurn = oneAtATime();
  const own: Record<string, Operation> = {
    TransactWriteItems: (request) => inTurn(() => transactions.write(request)),
    TransactGetItems: (request) => inTurn(() => transactions.read(request)),
    UpdateTimeToLive: async ({ TimeToLiveSpecification = {} }) => ({ status: 200, body: { TimeToLiveSpecification } }),
  };
  return (name, request) => {
    if (own[name]) return own[name](request);
    if (!WRITES.includes(name)) return inner.call(name, request);
    return inTurn(() => write(inner, name, request));
  };
}

function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

/** A write; where it fails its condition and the caller asked for it, with the item as it was. */
async function write(inner: Inner, operation: string, request: JsonObject): Promise<Reply> {
  const { ReturnValuesOnConditionCheckFailure: shown, ...plain } = request;
  const reply = await inner.call(operation, plain);
  if (shown !== "ALL_OLD" || !String(reply.body["__type"]).endsWith("ConditionalCheckFailedException")) return reply;
  const table = asText(request["TableName"], "TableName");
  const key = await inner.keyOf(table, asObject(request["Key"] ?? request["Item"], "Key"));
  const item = await inner.read(table, key);
  return item ? { ...reply, body: { ...reply.body, Item: item } } : reply;
}
