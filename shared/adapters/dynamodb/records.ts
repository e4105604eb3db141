import { createHash } from "node:crypto";
import { DeleteCommand, GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { ApiKey, ApiKeys } from "../../ports/api-keys.ts";
import type { HeadSignatures, SignedHead } from "../../ports/head-signatures.ts";
import type { Usage } from "../../ports/usage.ts";
import type { WaitTokens } from "../../ports/workflow.ts";
import { type Item, jsonOf, numberOf, streamKey, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";

const KEY_LIST = "api-keys";
const keyLookup = (hash: string) => ({ pk: `api-key#${hash}`, sk: "key" });

/**
 * Each key stands twice: under its hash to be found, and in the list. It is found as it stands this moment, so that a
 * new key works and a revoked one ends at once.
 */
export function dynamoApiKeys(database: Database): ApiKeys {
  const { client, tables } = database;
  const TableName = tables.state;
  return {
    async findByHash(hash) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyLookup(hash), ConsistentRead: true }));
      return Item && jsonOf<ApiKey>(Item, "body");
    },
    async save(key) {
      const body = JSON.stringify(key);
      const items: Item[] = [
        { ...keyLookup(key.secret_hash), body },
        { pk: KEY_LIST, sk: key.id, body },
      ];
      const TransactItems = items.map((Item) => ({ Put: { TableName, Item } }));
      await client.send(new TransactWriteCommand({ TransactItems }));
    },
    async list() {
      const KeyConditionExpression = "pk = :pk";
      const ExpressionAttributeValues = { ":pk": KEY_LIST };
      const items = await queryAll(database, { TableName, KeyConditionExpression, ExpressionAttributeValues });
      return items.map((item) => jsonOf<ApiKey>(item, "body"));
    },
  };
}

/** A token is too long for a key; its hash stands in for it. */
const waitKey = (session: string, section: string, token: string) =>
  streamKey(session, `wait#${section}#${createHash("sha256").update(token).digest("hex")}`);

export function dynamoWaitTokens(database: Database): WaitTokens {
  const { client, tables } = database;
  const TableName = tables.state;
  return {
    async put(session, section, token) {
      const Item = { ...waitKey(session, section, token), section, token };
      await client.send(new PutCommand({ TableName, Item }));
    },
    async list(session) {
      const items = await queryAll(database, {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :wait)",
        ExpressionAttributeValues: { ":pk": streamKey(session, "").pk, ":wait": "wait#" },
      });
      return items.map((item) => ({ section: textOf(item, "section"), token: textOf(item, "token") }));
    },
    async remove(session, section, token) {
      await client.send(new DeleteCommand({ TableName, Key: waitKey(session, section, token) }));
    },
  };
}

export function dynamoHeadSignatures({ client, tables }: Database): HeadSignatures {
  const TableName = tables.state;
  return {
    async read(stream, seq) {
      const Key = streamKey(stream, `signature#${seq}`);
      const { Item } = await client.send(new GetCommand({ TableName, Key }));
      return Item && jsonOf<SignedHead>(Item, "body");
    },
    async save(stream, head) {
      const Item = { ...streamKey(stream, `signature#${head.seq}`), body: JSON.stringify(head) };
      await client.send(new PutCommand({ TableName, Item }));
    },
  };
}

export const dynamoUsage = ({ client, tables }: Database): Usage => ({
  async count(session, what) {
    const count = new UpdateCommand({
      TableName: tables.state,
      Key: streamKey(session, `usage#${what}`),
      UpdateExpression: "ADD used :one",
      ExpressionAttributeValues: { ":one": 1 },
      ReturnValues: "UPDATED_NEW",
    });
    return numberOf((await client.send(count)).Attributes ?? {}, "used");
  },
});
