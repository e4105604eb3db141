import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "#scripts/build/functions.ts";
import type * as Fixture from "./fixture/stores.ts";

const folder = mkdtempSync(path.join(tmpdir(), "assay-bundles-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("stores in a bundle", () => {
  const answers: { [operation: string]: { status: number; body: object } } = {};
  const asked: { operation: string; body: unknown }[] = [];
  let service: Server;
  let stores: ReturnType<typeof Fixture.storesAt>;
  let JournalConflict: typeof Fixture.JournalConflict;

  beforeAll(async () => {
    service = createServer(async (request, response) => {
      let text = "";
      for await (const chunk of request) text += chunk;
      const operation = String(request.headers["x-amz-target"]).split(".").at(-1)!;
      asked.push({ operation, body: JSON.parse(text) });
      const { status, body } = answers[operation] ?? { status: 200, body: {} };
      response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
    await bundle("test/scripts/build/fixture/stores.ts", path.join(folder, "stores"));
    const fixture: typeof Fixture = await import(path.join(folder, "stores/index.mjs"));
    stores = fixture.storesAt(`http://127.0.0.1:${(service.address() as AddressInfo).port}`);
    JournalConflict = fixture.JournalConflict;
  }, 60_000);
  afterAll(() => service.close());

  const refuse = (operation: string, error: string, more: object = {}) => {
    const body = { __type: `com.amazonaws.dynamodb.v20120810#${error}`, message: "no", ...more };
    answers[operation] = { status: 400, body };
  };

  test("write a single entry by one conditional put of typed attributes", async () => {
    asked.length = 0;
    await stores.journal.append("ses_1", { entries: [entry] });
    expect(asked).toEqual([{ operation: "PutItem", body: PUT }]);
  });

  test("know an entry that stands already, alone or in a transaction", async () => {
    refuse("PutItem", "ConditionalCheckFailedException");
    await expect(stores.journal.append("ses_1", { entries: [entry] })).rejects.toBeInstanceOf(JournalConflict);
    refuse("TransactWriteItems", "TransactionCanceledException", {
      CancellationReasons: [{ Code: "None" }, { Code: "ConditionalCheckFailed" }],
    });
    const two = { entries: [entry, { ...entry, seq: 3 }] };
    await expect(stores.journal.append("ses_1", two)).rejects.toBeInstanceOf(JournalConflict);
  });

  test("know a claim that somebody else holds", async () => {
    refuse("PutItem", "ConditionalCheckFailedException");
    const request = { id: "one", fingerprint: "two", secret: "three" };
    expect(await stores.replies.claim(request, entry.at)).toEqual({ state: "in_flight" });
  });

  test("pass on every other error under its name", async () => {
    refuse("PutItem", "ItemCollectionSizeLimitExceededException");
    await expect(stores.journal.append("ses_1", { entries: [entry] })).rejects.toMatchObject({
      name: "ItemCollectionSizeLimitExceededException",
    });
  });
});

const entry = {
  seq: 2,
  at: "2026-03-01T09:00:00.000Z",
  actor: "candidate",
  kind: "answer.saved",
  payload: { item: "a", value: "1" },
  salt: "00",
  payload_hash: "11",
  prev_hash: "22",
  hash: "33",
};

const PUT = {
  TableName: "Journal",
  ConditionExpression: "attribute_not_exists(seq)",
  Item: {
    stream: { S: "ses_1" },
    seq: { N: "2" },
    at: { S: entry.at },
    actor: { S: "candidate" },
    kind: { S: "answer.saved" },
    payload: { S: '{"item":"a","value":"1"}' },
    salt: { S: "00" },
    payload_hash: { S: "11" },
    prev_hash: { S: "22" },
    hash: { S: "33" },
  },
};
