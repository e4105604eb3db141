import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, GetCommand, PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { type AtsName, forgotten, type Order } from "../../domain/ats/order.ts";
import type { Orders } from "../../ports/orders.ts";
import { cursorOf, LIST_POSITION, listPosition, positionOf } from "../cursor.ts";
import { type Item, jsonOf, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";
import { isDone } from "./webhook-endpoints.ts";

const ATTEMPTS = 12;
const orderKey = (id: string) => ({ pk: `order#${id}`, sk: "order" });
const LIST = "orders";
const positionIn = ({ placed_at, id }: Order): string => listPosition({ created_at: placed_at, id });
const itemOf = (order: Order): Item => ({
  ...orderKey(order.id),
  body: JSON.stringify(order),
  list_shard: LIST,
  list_at: positionIn(order),
});
const orderIn = (item: Item): Order => jsonOf(item, "body");
const latestKey = (ats: AtsName, hash: string) => ({ pk: `order-key#${ats}#${hash}`, sk: "latest" });

/** An order stands under its id; its natural key names the latest one. */
export function dynamoOrders(database: Database): Orders {
  const { client, tables } = database;
  const TableName = tables.state;

  async function readItem(Key: Item): Promise<Item | undefined> {
    return (await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  }

  function replace(stored: Item, order: Order): Promise<boolean> {
    const put = new PutCommand({
      TableName,
      Item: itemOf(order),
      ConditionExpression: "body = :stored",
      ExpressionAttributeValues: { ":stored": stored["body"] },
    });
    return isDone(client.send(put));
  }

  async function read(id: string): Promise<Order | undefined> {
    const item = await readItem(orderKey(id));
    return item && orderIn(item);
  }

  async function change(id: string, changing: (stored: Order) => Order): Promise<Order | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const stored = await readItem(orderKey(id));
      if (!stored) return undefined;
      const changed = changing(orderIn(stored));
      if (await replace(stored, changed)) return changed;
    }
    throw new Error(`the order ${id} is changed too often at once`);
  }

  return {
    read,
    change,
    async forget(id) {
      const order = await read(id);
      if (!order) return;
      const latest = order.key_hash === "" ? undefined : latestKey(order.ats, order.key_hash);
      if (latest && (await readItem(latest))?.["order"] === id) {
        await client.send(new DeleteCommand({ TableName, Key: latest }));
      }
      await change(id, forgotten);
    },
    async latest(ats, keyHash) {
      const item = await readItem(latestKey(ats, keyHash));
      return item && read(textOf(item, "order"));
    },
    async place(order) {
      const TransactItems = [
        { Put: { TableName, Item: itemOf(order) } },
        {
          Put: {
            TableName,
            Item: { ...latestKey(order.ats, order.key_hash), order: order.id, round: order.round },
            ConditionExpression: "attribute_not_exists(pk) OR round < :round",
            ExpressionAttributeValues: { ":round": order.round },
          },
        },
      ];
      try {
        await client.send(new TransactWriteCommand({ TransactItems }));
        return true;
      } catch (error) {
        if (error instanceof TransactionCanceledException) return false;
        throw error;
      }
    },
    list: (page) => listIn(database, page),
  };
}

/** Sorts behind every position. */
const LAST = "9999";

async function listIn(database: Database, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const before = cursor === undefined ? LAST : positionOf(cursor, LIST_POSITION);
  const query = {
    TableName: database.tables.state,
    IndexName: "list",
    ScanIndexForward: false,
    KeyConditionExpression: "list_shard = :list AND list_at < :before",
    ExpressionAttributeValues: { ":list": LIST, ":before": before },
    Limit: limit + 1,
  };
  const found = (await queryAll(database, query, limit + 1)).map(orderIn);
  const data = found.slice(0, limit);
  return { data, next_cursor: found.length > limit ? cursorOf(positionIn(data.at(-1)!)) : null };
}
