import { dynamoSettings } from "#shared/adapters/dynamodb/company-settings.ts";
import { dynamoUsage } from "#shared/adapters/dynamodb/records.ts";
import { dynamoReplies } from "#shared/adapters/dynamodb/replies.ts";
import type { Environment } from "../environment.ts";
import { openTables, sessionPorts, workflowWake } from "./session.ts";

export async function candidatePorts(environment: Environment<"candidate">) {
  const data = await openTables(environment);
  const wake = workflowWake(environment.WORKFLOW_FUNCTION);
  return {
    ...sessionPorts(environment, data, wake),
    usage: dynamoUsage(data),
    replies: dynamoReplies(data),
    settings: dynamoSettings(data),
  };
}
