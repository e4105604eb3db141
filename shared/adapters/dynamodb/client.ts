import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { awsConfiguration } from "../aws/configuration.ts";

/** The two tables of the data stack. */
export type Tables = { journal: string; state: string };
/** A client together with the tables it works on. */
export type Database = { client: DynamoDBClient; tables: Tables };

export const database = (tables: Tables): Database => ({ client: new DynamoDBClient(awsConfiguration()), tables });
