import { createHash } from "node:crypto";
import {
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { ApiKey, ApiKeys } from "../../ports/api-keys.ts";
import type { HeadSignatures, SignedHead } from "../../ports/head-signatures.ts";
import type { Usage } from "../../ports/usage.ts";
import type { WaitTokens } from "../../ports/workflow.ts";
import { type Item, json, jsonOf, numberOf, streamKey, text, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";

const keyLookup = (hash: string): Item => ({ pk: text(`api-key#${hash}`), sk: text("key") });

/** Each key stands twice: under its hash to be found, and in the list. */
export function dynamoApiKeys(database: Database): ApiKeys {
  const { client, tables } = database;
  const TableName = tables.state;
  return {
    async findByHash(hash) {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key: keyLookup(hash) }));
      return Item && jsonOf<ApiKey>(Item, "body");
    },
    async save(key) {
      const body = json(key);
      const items: Item[] = [
        { ...keyLookup(key.secret_hash), body },
        { pk: text("api-keys"), sk: text(key.id), body },
      ];
      const TransactItems = items.map((Item) => ({ Put: { TableName, Item } }));
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
    },
    async list() {
      const KeyConditionExpression = "pk = :pk";
      const ExpressionAttributeValues = { ":pk": text("api-keys") };
      const items = await queryAll(database, { TableName, KeyConditionExpression, ExpressionAttributeValues });
      return items.map((item) => jsonOf<ApiKey>(item, "body"));
    },
  };
}

/** A token is too long for a key; its hash stands in for it. */
const waitKey = (session: string, section: string, token: string): Item =>
  streamKey(session, `wait#${section}#${createHash("sha256").update(token).digest("hex")}`);

export function dynamoWaitTokens(database: Database): WaitTokens {
  const { client, tables } = database;
  const TableName = tables.state;
  return {
    async put(session, section, token) {
      const Item = { ...waitKey(session, section, token), section: text(section), token: text(token) };
      await client.send(new PutItemCommand({ TableName, Item }));
    },
    async list(session) {
      const items = await queryAll(database, {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :wait)",
        ExpressionAttributeValues: { ":pk": streamKey(session, "")["pk"]!, ":wait": text("wait#") },
      });
      return items.map((item) => ({ section: textOf(item, "section"), token: textOf(item, "token") }));
    },
    async remove(session, section, token) {
      await client.send(new DeleteItemCommand({ TableName, Key: waitKey(session, section, token) }));
    },
  };
}

export function dynamoHeadSignatures({ client, tables }: Database): HeadSignatures {
  const TableName = tables.state;
  return {
    async read(stream, seq) {
      const Key = streamKey(stream, `signature#${seq}`);
      const { Item } = await client.send(new GetItemCommand({ TableName, Key }));
      return Item && jsonOf<SignedHead>(Item, "body");
    },
    async save(stream, head) {
      const Item = { ...streamKey(stream, `signature#${head.seq}`), body: json(head) };
      await client.send(new PutItemCommand({ TableName, Item }));
    },
  };
}

export const dynamoUsage = ({ client, tables }: Database): Usage => ({
  async count(session, what) {
    const count = new UpdateItemCommand({
      TableName: tables.state,
      Key: streamKey(session, `usage#${what}`),
      UpdateExpression: "ADD used :one",
      ExpressionAttributeValues: { ":one": { N: "1" } },
      ReturnValues: "UPDATED_NEW",
    });
    return numberOf((await client.send(count)).Attributes ?? {}, "used");
  },
});
