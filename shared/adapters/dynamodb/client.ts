import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { awsConfiguration } from "../aws/configuration.ts";

/** The two tables of the data stack. */
export type Tables = { journal: string; state: string };
/** A client together with the tables it works on. */
export type Database = { client: DynamoDBDocumentClient; tables: Tables };

export const database = (tables: Tables, client = new DynamoDBClient(awsConfiguration("dynamodb"))): Database => ({
  client: DynamoDBDocumentClient.from(client),
  tables,
});
