import { randomBytes } from "node:crypto";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { isDone } from "./webhook-endpoints.ts";

const KEY_BYTES = 32;

/** A random key of this deployment: made by whoever comes first, then the same for all; a warm function remembers it. */
export function companySecret({ client, tables }: Database, name: "report-key" | "person-key") {
  const TableName = tables.state;
  const Key = { pk: "company", sk: name };
  let known: string | undefined;

  async function readOrMake(): Promise<string> {
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    if (Item) return textOf(Item, "key");
    const key = randomBytes(KEY_BYTES).toString("base64");
    const ConditionExpression = "attribute_not_exists(pk)";
    const made = await isDone(client.send(new PutCommand({ TableName, Item: { ...Key, key }, ConditionExpression })));
    return made ? key : readOrMake();
  }

  return {
    /** 32 bytes in base64. */
    async read(): Promise<string> {
      known ??= await readOrMake();
      return known;
    },
  };
}
