import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

const WRITES = new Set(["PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems", "BatchWriteItem"]);

/** What DynamoDB would bill: units by its own count, and how many requests of each operation. */
export type Consumption = { writeUnits: number; readUnits: number; requests: Record<string, number> };

export type DynamoDbMeter = { url: string; consumption: () => Consumption; reset: () => void; close: () => void };

/** A proxy before a DynamoDB endpoint (named when it is known) that asks for the consumed capacity of every request and adds it up. */
export async function meterDynamoDb(target: () => string): Promise<DynamoDbMeter> {
  let consumed = nothing();
  const server = createServer(async (incoming, outgoing) => {
    const operation = incoming.headers["x-amz-target"]?.toString().split(".").at(-1);
    const body = await textOf(incoming);
    const answer = await forward(target(), incoming, operation ? withCapacity(body) : body);
    if (operation) consumed = plus(consumed, operation, answer.body);
    outgoing.writeHead(answer.status, { "content-type": "application/x-amz-json-1.0" }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    consumption: () => consumed,
    reset: () => {
      consumed = nothing();
    },
    close: () => server.close(),
  };
}

const nothing = (): Consumption => ({ writeUnits: 0, readUnits: 0, requests: {} });

const withCapacity = (body: string): string => JSON.stringify({ ...JSON.parse(body), ReturnConsumedCapacity: "TOTAL" });

async function textOf(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function forward(target: string, incoming: IncomingMessage, body: string): Promise<{ status: number; body: string }> {
  const headers = { ...incoming.headers, host: new URL(target).host, "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      new URL(incoming.url ?? "/", target),
      { method: incoming.method, headers },
      async (answer) => resolve({ status: answer.statusCode ?? 500, body: await textOf(answer) }),
    );
    outgoing.on("error", reject).end(body);
  });
}

function plus(before: Consumption, operation: string, answer: string): Consumption {
  const { ConsumedCapacity } = JSON.parse(answer) as { ConsumedCapacity?: { CapacityUnits?: number }[] | object };
  const units = [ConsumedCapacity ?? []]
    .flat()
    .reduce((sum, part: { CapacityUnits?: number }) => sum + (part.CapacityUnits ?? 0), 0);
  const isWrite = WRITES.has(operation);
  return {
    writeUnits: before.writeUnits + (isWrite ? units : 0),
    readUnits: before.readUnits + (isWrite ? 0 : units),
    requests: { ...before.requests, [operation]: (before.requests[operation] ?? 0) + 1 },
  };
}
