import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { SessionHead } from "../../domain/session/head.ts";
import type { SessionFilter, SessionIndex } from "../../ports/session-index.ts";
import { cursorOf, LIST_POSITION, listPosition, positionOf } from "../cursor.ts";
import { matches } from "../session-filter.ts";
import { type Item, jsonOf, shardOf, shards, streamKey, streamOf, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll, queryPages } from "./query.ts";

/** How much of a shard one list request reads at most; a sparse filter gives short pages then. */
const MOST_PAGES = 8;
const FILTERED_PAGE = 250;

/** The item of a head: in the list for ever, among the due ones while somebody has to look. */
export const headItem = (head: SessionHead): Item => ({
  ...streamKey(head.id, "head"),
  body: JSON.stringify(head),
  list_shard: shardOf("sessions", head.id),
  list_at: listPosition(head),
  ...(head.due_at !== null && { due_shard: shardOf("sessions", head.id), due_at: head.due_at }),
});

const headIn = (item: Item): SessionHead => jsonOf(item, "body");

export function dynamoSessionIndex(database: Database): SessionIndex {
  const { client, tables } = database;
  return {
    async head(session) {
      const key = { TableName: tables.state, Key: streamKey(session, "head"), ConsistentRead: true };
      const { Item } = await client.send(new GetCommand(key));
      return Item && headIn(Item);
    },
    async list(filter, { limit, cursor }) {
      const before = cursor === undefined ? LAST : positionOf(cursor, LIST_POSITION);
      const wanted = { filter, before, limit };
      return merge(await Promise.all(shards("sessions").map((shard) => scanShard(database, shard, wanted))), limit);
    },
    async due(now, limit) {
      const found = await Promise.all(shards("sessions").map((shard) => dueIn(database, shard, { now, limit })));
      const oldestFirst = found.flat().sort((a, b) => (textOf(a, "due_at") < textOf(b, "due_at") ? -1 : 1));
      return oldestFirst.slice(0, limit).map(streamOf);
    },
  };
}

/** Sorts behind every position. */
const LAST = "9999";

const isFiltered = (filter: SessionFilter): boolean => Object.values(filter).some((value) => value !== undefined);

type Scan = { found: SessionHead[]; reached: string | null };

/** The newest matches of one shard, and how far down it was read; null: to its end. */
async function scanShard(
  database: Database,
  shard: string,
  wanted: { filter: SessionFilter; before: string; limit: number },
): Promise<Scan> {
  const query = {
    TableName: database.tables.state,
    IndexName: "list",
    ScanIndexForward: false,
    KeyConditionExpression: "list_shard = :shard AND list_at < :before",
    ExpressionAttributeValues: { ":shard": shard, ":before": wanted.before },
    Limit: isFiltered(wanted.filter) ? FILTERED_PAGE : wanted.limit + 1,
  };
  const found: SessionHead[] = [];
  let pages = 0;
  for await (const page of queryPages(database, query)) {
    const heads = page.map(headIn);
    found.push(...heads.filter((head) => matches(wanted.filter, head)));
    const enough = found.length > wanted.limit || ++pages === MOST_PAGES;
    if (enough && heads.length > 0) return { found, reached: listPosition(heads.at(-1)!) };
  }
  return { found, reached: null };
}

/** Only what lies above the place that every shard was read down to is complete. */
function merge(scans: readonly Scan[], limit: number): { data: SessionHead[]; next_cursor: string | null } {
  const reached = scans.flatMap((scan) => scan.reached ?? []);
  const horizon = reached.reduce<string | null>((a, b) => (a === null || b > a ? b : a), null);
  const complete = scans
    .flatMap(({ found }) => found)
    .filter((head) => horizon === null || listPosition(head) >= horizon)
    .sort((a, b) => (listPosition(a) < listPosition(b) ? 1 : -1));
  const data = complete.slice(0, limit);
  const next = complete.length > limit ? listPosition(data.at(-1)!) : horizon;
  return { data, next_cursor: next === null ? null : cursorOf(next) };
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
