import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { SessionHead } from "../../domain/session/head.ts";
import { matches, type SessionFilter } from "../../domain/session/lists.ts";
import type { SessionIndex } from "../../ports/session-index.ts";
import { orderOf, positions, type SessionOrder, type Sorted } from "../session-order.ts";
import { type Item, jsonOf, shardOf, shards, streamKey, streamOf, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll, queryPages } from "./query.ts";

/** How much of a shard one list request reads at most; a sparse filter gives short pages then. */
const MOST_PAGES = 8;
const FILTERED_PAGE = 500;

/** The item of a head: in the lists for ever, among the due ones while somebody has to look. */
export const headItem = (head: SessionHead): Item => ({
  ...streamKey(head.id, "head"),
  body: JSON.stringify(head),
  list_shard: shardOf("sessions", head.id),
  list_at: positions.created(head),
  list_update: positions.updated(head),
  list_name: positions.name(head),
  list_score: positions.score(head),
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
    async list(filter, { limit, cursor, sort }) {
      const order = orderOf(sort);
      const wanted = { filter, order, after: cursor === undefined ? undefined : order.position(cursor), limit };
      return merge(await Promise.all(shards("sessions").map((shard) => scanShard(database, shard, wanted))), wanted);
    },
    async due(now, limit) {
      const found = await Promise.all(shards("sessions").map((shard) => dueIn(database, shard, { now, limit })));
      const oldestFirst = found.flat().sort((a, b) => (textOf(a, "due_at") < textOf(b, "due_at") ? -1 : 1));
      return oldestFirst.slice(0, limit).map(streamOf);
    },
  };
}

/** The index of each order, and the attribute in which a head's position stands. */
const INDEXES: { readonly [S in Sorted]: { index: string; attribute: string } } = {
  created: { index: "list", attribute: "list_at" },
  updated: { index: "list-by-update", attribute: "list_update" },
  name: { index: "list-by-name", attribute: "list_name" },
  score: { index: "list-by-score", attribute: "list_score" },
};

const isFiltered = (filter: SessionFilter): boolean => Object.values(filter).some((value) => value !== undefined);

type Wanted = { filter: SessionFilter; order: SessionOrder; after: string | undefined; limit: number };
type Scan = { found: SessionHead[]; reached: string | null };

/** The first matches of one shard, and how far it was read; null: to its end. */
async function scanShard(database: Database, shard: string, wanted: Wanted): Promise<Scan> {
  const { filter, order, limit } = wanted;
  const found: SessionHead[] = [];
  let pages = 0;
  for await (const page of queryPages(database, { TableName: database.tables.state, ...shardQuery(shard, wanted) })) {
    const heads = page.map(headIn);
    found.push(...heads.filter((head) => matches(filter, head)));
    const enough = found.length > limit || ++pages === MOST_PAGES;
    if (enough && heads.length > 0) return { found, reached: order.positionIn(heads.at(-1)!) };
  }
  return { found, reached: null };
}

function shardQuery(shard: string, { filter, order, after, limit }: Wanted) {
  const { index, attribute } = INDEXES[order.by];
  const following = after === undefined ? "" : ` AND ${attribute} ${order.falling ? "<" : ">"} :after`;
  return {
    IndexName: index,
    ScanIndexForward: !order.falling,
    KeyConditionExpression: `list_shard = :shard${following}`,
    ExpressionAttributeValues: { ":shard": shard, ...(after !== undefined && { ":after": after }) },
    Limit: isFiltered(filter) ? FILTERED_PAGE : limit + 1,
  };
}

/** Only what lies before the place that every shard was read up to is complete. */
function merge(scans: readonly Scan[], { order, limit }: Wanted): { data: SessionHead[]; next_cursor: string | null } {
  const { positionIn, follows } = order;
  const reached = scans.flatMap((scan) => scan.reached ?? []);
  const horizon = reached.reduce<string | null>((a, b) => (a === null || follows(a, b) ? b : a), null);
  const complete = scans
    .flatMap(({ found }) => found)
    .filter((head) => horizon === null || !follows(positionIn(head), horizon))
    .sort((a, b) => (follows(positionIn(a), positionIn(b)) ? 1 : -1));
  const data = complete.slice(0, limit);
  const next = complete.length > limit ? positionIn(data.at(-1)!) : horizon;
  return { data, next_cursor: next === null ? null : order.cursor(next) };
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
