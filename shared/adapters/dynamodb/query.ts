import { type AttributeValue, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import type { Item } from "./attributes.ts";
import type { Database } from "./client.ts";

/** A query's pages, one after the other. */
export async function* queryPages({ client }: Database, query: QueryCommandInput): AsyncGenerator<Item[]> {
  let from: { [attribute: string]: AttributeValue } | undefined;
  do {
    const page = await client.send(new QueryCommand({ ...query, ...(from && { ExclusiveStartKey: from }) }));
    yield page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
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
