import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Deliveries, Delivery } from "../../ports/webhooks.ts";
import { cursorOf, LIST_POSITION, listPosition, positionOf } from "../cursor.ts";
import { type Item, jsonOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";
import { isDone } from "./webhook-endpoints.ts";

const ATTEMPTS = 12;
const KEPT_SECONDS = 30 * 86_400;

const keyOf = (id: string) => ({ pk: `delivery#${id}`, sk: "delivery" });
const listOf = (endpoint: string) => `deliveries#${endpoint}`;

/** In the list of its endpoint, and gone after thirty days. */
const itemOf = (delivery: Delivery): Item => ({
  ...keyOf(delivery.id),
  body: JSON.stringify(delivery),
  list_shard: listOf(delivery.endpoint),
  list_at: listPosition(delivery),
  ttl: Math.floor(Date.parse(delivery.created_at) / 1000) + KEPT_SECONDS,
});

const deliveryIn = (item: Item): Delivery => jsonOf(item, "body");

/** Sorts behind every position. */
const LAST = "9999";

export function dynamoDeliveries(database: Database): Deliveries {
  const { client, tables } = database;
  const TableName = tables.state;

  const readItem = async (id: string): Promise<Item | undefined> =>
    (await client.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }))).Item;

  /** Puts the changed delivery where nothing else was written since it was read. */
  const replace = (stored: Item, changed: Delivery): Promise<boolean> => {
    const condition = {
      ConditionExpression: "body = :stored",
      ExpressionAttributeValues: { ":stored": stored["body"] },
    };
    return isDone(client.send(new PutCommand({ TableName, Item: itemOf(changed), ...condition })));
  };

  return {
    create: (delivery) => {
      const ConditionExpression = "attribute_not_exists(pk)";
      return isDone(client.send(new PutCommand({ TableName, Item: itemOf(delivery), ConditionExpression })));
    },
    async read(id) {
      const item = await readItem(id);
      return item && deliveryIn(item);
    },
    async change(id, change) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const stored = await readItem(id);
        if (!stored) return undefined;
        const standing = deliveryIn(stored);
        const changed = change(standing);
        if (changed === standing || (await replace(stored, changed))) return changed;
      }
      throw new Error(`the delivery ${id} is changed too often at once`);
    },
    async list(endpoint, { limit, cursor }) {
      const before = cursor === undefined ? LAST : positionOf(cursor, LIST_POSITION);
      const query = {
        TableName,
        IndexName: "list",
        ScanIndexForward: false,
        KeyConditionExpression: "list_shard = :list AND list_at < :before",
        ExpressionAttributeValues: { ":list": listOf(endpoint), ":before": before },
        Limit: limit + 1,
      };
      const found = (await queryAll(database, query, limit + 1)).map(deliveryIn);
      const data = found.slice(0, limit);
      return { data, next_cursor: found.length > limit ? cursorOf(listPosition(data.at(-1)!)) : null };
    },
  };
}
