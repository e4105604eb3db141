import { setTimeout as pause } from "node:timers/promises";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { asList, asObject, type Json } from "../json.ts";
import type { Resource, Template } from "../template/template.ts";

/** Milliseconds the server may take to answer at its start. */
const START_LIMIT = 10_000;

/**
 * Makes every table of the template that is missing, with its indexes and its time to live.
 * @throws Error where a table exists with other keys or indexes than the template's
 */
export async function createTables(template: Template, url: string, credentials: Credentials): Promise<void> {
  const client = new DynamoDBClient({ endpoint: url, ...credentials, maxAttempts: 1 });
  try {
    const present = await presentTables(client);
    for (const table of template.all("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable")) {
      if (present.includes(table.id)) await compareTable(client, table);
      else await createTable(client, table);
    }
  } finally {
    client.destroy();
  }
}

export type Credentials = { region: string; credentials: { accessKeyId: string; secretAccessKey: string } };

async function presentTables(client: DynamoDBClient): Promise<string[]> {
  for (let waited = 0; ; waited += 10) {
    try {
      return (await client.send(new ListTablesCommand({}))).TableNames ?? [];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ECONNREFUSED" || waited > START_LIMIT) throw error;
      await pause(10);
    }
  }
}

async function createTable(client: DynamoDBClient, table: Resource): Promise<void> {
  await client.send(new CreateTableCommand(tableInput(table)));
  const timeToLive = table.properties["TimeToLiveSpecification"];
  if (timeToLive === undefined) return;
  const { AttributeName, Enabled } = asObject(timeToLive, "TimeToLiveSpecification");
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: table.id,
      TimeToLiveSpecification: { AttributeName: String(AttributeName), Enabled: Enabled === true },
    }),
  );
}

function tableInput({ id, properties }: Resource): CreateTableCommandInput {
  const indexes = asList(properties["GlobalSecondaryIndexes"], "GlobalSecondaryIndexes").map((index) => {
    const { IndexName, KeySchema, Projection } = asObject(index, "an index");
    return { IndexName, KeySchema, Projection };
  });
  const input = {
    TableName: id,
    KeySchema: properties["KeySchema"],
    AttributeDefinitions: properties["AttributeDefinitions"],
    BillingMode: "PAY_PER_REQUEST",
    ...(indexes.length > 0 ? { GlobalSecondaryIndexes: indexes } : {}),
  };
  return input as CreateTableCommandInput; // the service checks it, as it would check the template's
}

async function compareTable(client: DynamoDBClient, table: Resource): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table.id }));
  const wanted = tableInput(table);
  const have = keysOf(Table as unknown as Json, Table?.GlobalSecondaryIndexes as unknown as Json);
  const want = keysOf(wanted as unknown as Json, wanted.GlobalSecondaryIndexes as unknown as Json);
  if (have === want) return;
  throw new Error(
    `table ${table.id} was made with other keys or indexes; remove the data folder, or give DATA_DIR another`,
  );
}

/** Keys of a table and its indexes as one text, whatever order they are listed in. */
function keysOf(table: Json, indexes: Json | undefined): string {
  const lines = [table, ...asList(indexes, "indexes")].map((each) => {
    const { IndexName = "", KeySchema } = asObject(each, "a table");
    const keys = asList(KeySchema, "KeySchema").map((key) => {
      const { AttributeName, KeyType } = asObject(key, "a key");
      return `${KeyType} ${AttributeName}`;
    });
    return `${IndexName}: ${keys.sort().join(", ")}`;
  });
  return lines.sort().join("; ");
}
