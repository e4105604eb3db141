import { paginateQuery, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Item } from "./attributes.ts";
import type { Database } from "./client.ts";

/** A query's pages, one after the other. */
export async function* queryPages({ client }: Database, query: QueryCommandInput): AsyncGenerator<Item[]> {
  for await (const { Items } of paginateQuery({ client }, query)) yield Items ?? [];
}

/** All items of a query, or the first `limit`. */
export async function queryAll(database: Database, query: QueryCommandInput, limit = Infinity): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of queryPages(database, query)) {
    items.push(...page);
    if (items.length >= limit) return items.slice(0, limit);
  }
  return items;
}
