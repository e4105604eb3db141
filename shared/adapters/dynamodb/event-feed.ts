import { setTimeout as pause } from "node:timers/promises";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { BatchGetCommand, GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { OutboxEvent } from "../../domain/events/event.ts";
import type { EventFeed, FeedEvent } from "../../ports/event-feed.ts";
import { type Item, jsonOf, numberOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";

const KEPT_SECONDS = 30 * 86_400;
const POSITION_DIGITS = 15;
/** Each event takes two items of a transaction, which holds a hundred; the counter is one more. */
const AT_ONCE = 40;
const ATTEMPTS = 30;
/** A gap before something that was placed so long ago is one that the end of thirty days has left; milliseconds. */
const SETTLED = 60_000;

const FEED = "event-feed";
const COUNTER = { pk: FEED, sk: "counter" };
const placeKey = (position: number) => ({ pk: FEED, sk: `at#${String(position).padStart(POSITION_DIGITS, "0")}` });
const eventKey = (id: string) => ({ pk: `event-place#${id}`, sk: "place" });

/**
 * One partition and one counter, which every hand-out moves in the transaction that writes the places: no place is ever
 * filled behind one that can be read.
 */
export function dynamoEventFeed(database: Database): EventFeed {
  return {
    async publish(events) {
      for (let at = 0; at < events.length; at += AT_ONCE) await publishSome(database, events.slice(at, at + AT_ONCE));
    },
    read: (after, limit) => readPlaces(database, after, limit),
    position: (event) => positionOf(database, event),
  };
}

async function publishSome(database: Database, events: readonly OutboxEvent[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const unplaced = await withoutPlace(database, events);
    if (unplaced.length === 0) return;
    try {
      return await place(database, unplaced, await lastPlace(database));
    } catch (error) {
      if (!(error instanceof TransactionCanceledException) || attempt === ATTEMPTS) throw error;
      await pause(Math.random() * 10 * attempt);
    }
  }
}

async function withoutPlace({ client, tables }: Database, events: readonly OutboxEvent[]): Promise<OutboxEvent[]> {
  const Keys = events.map(({ id }) => eventKey(id));
  const request = { RequestItems: { [tables.state]: { Keys, ConsistentRead: true } } };
  const { Responses } = await client.send(new BatchGetCommand(request));
  const placed = new Set((Responses?.[tables.state] ?? []).map(({ pk }) => pk));
  return events.filter(({ id }) => !placed.has(eventKey(id).pk));
}

async function lastPlace({ client, tables }: Database): Promise<number> {
  const { Item } = await client.send(new GetCommand({ TableName: tables.state, Key: COUNTER, ConsistentRead: true }));
  return Item ? numberOf(Item, "position") : 0;
}

async function place({ client, tables }: Database, events: readonly OutboxEvent[], last: number): Promise<void> {
  const TableName = tables.state;
  const placed_at = Date.now();
  const counter = {
    TableName,
    Item: { ...COUNTER, position: last + events.length },
    ConditionExpression: "attribute_not_exists(pk) OR #position = :last",
    ExpressionAttributeNames: { "#position": "position" },
    ExpressionAttributeValues: { ":last": last },
  };
  const places = events.flatMap((event, index) => {
    const [position, ttl] = [last + 1 + index, Math.floor(Date.parse(event.created_at) / 1000) + KEPT_SECONDS];
    const once = { TableName, ConditionExpression: "attribute_not_exists(pk)" };
    return [
      { Put: { ...once, Item: { ...placeKey(position), position, placed_at, ttl, body: JSON.stringify(event) } } },
      { Put: { ...once, Item: { ...eventKey(event.id), position, ttl } } },
    ];
  });
  await client.send(new TransactWriteCommand({ TransactItems: [{ Put: counter }, ...places] }));
}

async function readPlaces(database: Database, after: number, limit: number): Promise<FeedEvent[]> {
  const query = {
    TableName: database.tables.state,
    ConsistentRead: true,
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :first AND :last",
    ExpressionAttributeValues: {
      ":pk": FEED,
      ":first": placeKey(after + 1).sk,
      ":last": `at#${"9".repeat(POSITION_DIGITS)}`,
    },
    Limit: limit,
  };
  return withoutHoles(await queryAll(database, query, limit), after).map(feedEvent);
}

const feedEvent = (item: Item): FeedEvent => ({
  position: numberOf(item, "position"),
  event: jsonOf<OutboxEvent>(item, "body"),
});

/** A query isn't one moment: what was written while it ran may show without what was written before it. */
function withoutHoles(found: readonly Item[], after: number): Item[] {
  const settled = Date.now() - SETTLED;
  const hole = found.findIndex((item, index) => {
    const before = index === 0 ? after : numberOf(found[index - 1]!, "position");
    return numberOf(item, "position") !== before + 1 && numberOf(item, "placed_at") >= settled;
  });
  return found.slice(0, hole === -1 ? undefined : hole);
}

async function positionOf({ client, tables }: Database, event: string): Promise<number | undefined> {
  const get = new GetCommand({ TableName: tables.state, Key: eventKey(event), ConsistentRead: true });
  const { Item } = await client.send(get);
  return Item && numberOf(Item, "position");
}
