import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { OutboxEvent } from "../../domain/events/event.ts";
import type { Outbox } from "../../ports/outbox.ts";
import { type Item, jsonOf, shardOf, shards, streamKey, streamOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";

const KEPT_SECONDS = 30 * 86_400;
const SEQUENCE_DIGITS = 10;

const eventKey = ({ stream, sequence, id }: OutboxEvent) =>
  streamKey(stream, `event#${String(sequence).padStart(SEQUENCE_DIGITS, "0")}#${id}`);

/** The item of an open event: among the due ones until it is closed, gone after thirty days. */
export const eventItem = (event: OutboxEvent): Item => ({
  ...eventKey(event),
  body: JSON.stringify(event),
  due_shard: shardOf("events", event.stream),
  due_at: event.created_at,
  ttl: Math.floor(Date.parse(event.created_at) / 1000) + KEPT_SECONDS,
});

export function dynamoOutbox(database: Database): Outbox {
  const { client, tables } = database;
  return {
    async open(stream) {
      const items = await queryAll(database, {
        TableName: tables.state,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :event)",
        FilterExpression: "attribute_exists(due_shard)",
        ExpressionAttributeValues: { ":pk": streamKey(stream, "").pk, ":event": "event#" },
      });
      return items.map((item) => jsonOf<OutboxEvent>(item, "body"));
    },
    async stale(before, limit) {
      const found = await Promise.all(shards("events").map((shard) => staleIn(database, shard, { before, limit })));
      return [...new Set(found.flat().map(streamOf))].slice(0, limit);
    },
    async close(event) {
      const close = new UpdateCommand({
        TableName: tables.state,
        Key: eventKey(event),
        UpdateExpression: "REMOVE due_shard, due_at",
        ConditionExpression: "attribute_exists(pk)",
      });
      await client.send(close).catch(unlessGone);
    },
  };
}

/** An event that has been erased meanwhile needs no closing. */
function unlessGone(error: unknown): void {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
}

const staleIn = (database: Database, shard: string, { before, limit }: { before: string; limit: number }) =>
  queryAll(
    database,
    {
      TableName: database.tables.state,
      IndexName: "due",
      KeyConditionExpression: "due_shard = :shard AND due_at < :before",
      ExpressionAttributeValues: { ":shard": shard, ":before": before },
      Limit: limit,
    },
    limit,
  );
