import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { WebhookEndpoint, WebhookEndpoints } from "../../ports/webhooks.ts";
import { listPosition } from "../cursor.ts";
import { type Item, jsonOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";

const ATTEMPTS = 12;
const LIST = "webhook-endpoints";
const keyOf = (id: string) => ({ pk: LIST, sk: id });
const itemOf = (endpoint: WebhookEndpoint): Item => ({ ...keyOf(endpoint.id), body: JSON.stringify(endpoint) });
const endpointIn = (item: Item): WebhookEndpoint => jsonOf(item, "body");

/** All endpoints of the company stand in one partition: there are few, and every dispatch reads them all. */
export function dynamoWebhookEndpoints(database: Database): WebhookEndpoints {
  const { client, tables } = database;
  const TableName = tables.state;

  async function readItem(id: string): Promise<Item | undefined> {
    return (await client.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }))).Item;
  }

  /** Puts the changed endpoint where nothing else was written since it was read. */
  async function replace(stored: Item, changed: WebhookEndpoint): Promise<boolean> {
    const put = new PutCommand({
      TableName,
      Item: itemOf(changed),
      ConditionExpression: "body = :stored",
      ExpressionAttributeValues: { ":stored": stored["body"] },
    });
    return isDone(client.send(put));
  }

  return {
    async read(id) {
      const item = await readItem(id);
      return item && endpointIn(item);
    },
    async list() {
      const KeyConditionExpression = "pk = :pk";
      const query = { TableName, ConsistentRead: true, KeyConditionExpression };
      const items = await queryAll(database, { ...query, ExpressionAttributeValues: { ":pk": LIST } });
      return items.map(endpointIn).sort((a, b) => (listPosition(a) < listPosition(b) ? -1 : 1));
    },
    async save(endpoint) {
      await client.send(new PutCommand({ TableName, Item: itemOf(endpoint) }));
    },
    async change(id, change) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const stored = await readItem(id);
        if (!stored) return undefined;
        const changed = change(endpointIn(stored));
        if (await replace(stored, changed)) return changed;
      }
      throw new Error(`the webhook endpoint ${id} is changed too often at once`);
    },
    async remove(id) {
      await client.send(new DeleteCommand({ TableName, Key: keyOf(id) }));
    },
  };
}

/** @returns false where the condition of a write didn't hold */
export async function isDone(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
