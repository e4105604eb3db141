import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Deliveries, Delivery } from "../../ports/webhooks.ts";
import { cursorOf, LIST_POSITION, listPosition, positionOf } from "../cursor.ts";
import { type Item, jsonOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";
import { isDone } from "./webhook-endpoints.ts";

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
  return {
    create: (delivery) => {
      const ConditionExpression = "attribute_not_exists(pk)";
      return isDone(client.send(new PutCommand({ TableName, Item: itemOf(delivery), ConditionExpression })));
    },
    async read(id) {
      const get = new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true });
      const { Item } = await client.send(get);
      return Item && deliveryIn(Item);
    },
    async save(delivery) {
      await client.send(new PutCommand({ TableName, Item: itemOf(delivery) }));
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
