import { dynamoCandidateLinks } from "#shared/adapters/dynamodb/candidate-links.ts";
import type { Database } from "#shared/adapters/dynamodb/client.ts";
import { dynamoSettings } from "#shared/adapters/dynamodb/company-settings.ts";
import { dynamoDeliveries } from "#shared/adapters/dynamodb/deliveries.ts";
import { dynamoErrands } from "#shared/adapters/dynamodb/errands.ts";
import { dynamoApiKeys } from "#shared/adapters/dynamodb/records.ts";
import { dynamoReplies } from "#shared/adapters/dynamodb/replies.ts";
import { dynamoSessionIndex } from "#shared/adapters/dynamodb/session-index.ts";
import { dynamoWebhookEndpoints } from "#shared/adapters/dynamodb/webhook-endpoints.ts";
import { addressPolicy } from "#shared/adapters/http/address-policy.ts";
import type { Environment } from "../environment.ts";
import { attemptWake, deliveryWake, errandWake, openTables, sessionPorts, workflowWake } from "./session.ts";

export async function staffPorts(environment: Environment<"staff">) {
  const data = await openTables(environment);
  const wake = workflowWake(environment.WORKFLOW_FUNCTION);
  return {
    ...sessionPorts(environment, data, wake),
    index: dynamoSessionIndex(data),
    apiKeys: dynamoApiKeys(data),
    replies: dynamoReplies(data),
    delivery: deliveryWake(environment.DELIVERY_FUNCTION),
    settings: dynamoSettings(data),
    links: dynamoCandidateLinks(data),
    errands: dynamoErrands(data),
    errandRuns: errandWake(environment.DELIVERY_FUNCTION),
    ...webhookPorts(environment, data),
  };
}

function webhookPorts(environment: Environment<"staff">, data: Database) {
  const loopback = environment.LOOPBACK_WEBHOOKS === "allowed";
  return {
    endpoints: dynamoWebhookEndpoints(data),
    deliveries: dynamoDeliveries(data),
    addressPolicy: addressPolicy({ loopback, ownHosts: [new URL(environment.SITE_URL).hostname] }),
    attempts: attemptWake(environment.DELIVERY_FUNCTION),
  };
}
