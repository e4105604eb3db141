import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Errand } from "../../domain/errands/errand.ts";
import type { Errands } from "../../ports/errands.ts";
import { type Item, jsonOf, shardOf, shards, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";
import { isDone } from "./webhook-endpoints.ts";

const KEPT_SECONDS = 400 * 86_400;
const PREFIX = "errand#";
const keyOf = (id: string) => ({ pk: `${PREFIX}${id}`, sk: "errand" });

/** Among the due ones while somebody has to look, gone long after its session can still change. */
const itemOf = (errand: Errand): Item => ({
  ...keyOf(errand.id),
  body: JSON.stringify(errand),
  ...(errand.due_at !== null && { due_shard: shardOf("errands", errand.id), due_at: errand.due_at }),
  ttl: Math.floor(Date.parse(errand.created_at) / 1000) + KEPT_SECONDS,
});

export function dynamoErrands(database: Database): Errands {
  const { client, tables } = database;
  const TableName = tables.state;
  return {
    create: (errand) => {
      const ConditionExpression = "attribute_not_exists(pk)";
      return isDone(client.send(new PutCommand({ TableName, Item: itemOf(errand), ConditionExpression })));
    },
    async read(id) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
      return Item && jsonOf<Errand>(Item, "body");
    },
    replace: (known, next) => {
      const put = new PutCommand({
        TableName,
        Item: itemOf(next),
        ConditionExpression: "body = :known",
        ExpressionAttributeValues: { ":known": JSON.stringify(known) },
      });
      return isDone(client.send(put));
    },
    async due(now, limit) {
      const found = await Promise.all(shards("errands").map((shard) => dueIn(database, shard, { now, limit })));
      return found
        .flat()
        .slice(0, limit)
        .map((item) => textOf(item, "pk").slice(PREFIX.length));
    },
  };
}

const dueIn = (database: Database, shard: string, { now, limit }: { now: string; limit: number }): Promise<Item[]> =>
  queryAll(
    database,
    {
      TableName: database.tables.state,
      IndexName: "due",
      KeyConditionExpression: "due_shard = :shard AND due_at <= :now",
      ExpressionAttributeValues: { ":shard": shard, ":now": now },
      Limit: limit,
    },
    limit,
  );
