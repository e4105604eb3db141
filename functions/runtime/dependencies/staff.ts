import { stepFunctionsRetries } from "#shared/adapters/aws/step-functions-retries.ts";
import { dynamoCandidateLinks } from "#shared/adapters/dynamodb/candidate-links.ts";
import type { Database } from "#shared/adapters/dynamodb/client.ts";
import { dynamoSettings } from "#shared/adapters/dynamodb/company-settings.ts";
import { dynamoDeliveries } from "#shared/adapters/dynamodb/deliveries.ts";
import { dynamoErrands } from "#shared/adapters/dynamodb/errands.ts";
import { dynamoEventFeed } from "#shared/adapters/dynamodb/event-feed.ts";
import { dynamoOrders } from "#shared/adapters/dynamodb/orders.ts";
import { dynamoPersons } from "#shared/adapters/dynamodb/persons.ts";
import { dynamoApiKeys } from "#shared/adapters/dynamodb/records.ts";
import { dynamoReplies } from "#shared/adapters/dynamodb/replies.ts";
import { dynamoScorecardDrafts } from "#shared/adapters/dynamodb/scorecard-drafts.ts";
import { dynamoSessionIndex } from "#shared/adapters/dynamodb/session-index.ts";
import { dynamoStaff } from "#shared/adapters/dynamodb/staff.ts";
import { dynamoWebhookEndpoints } from "#shared/adapters/dynamodb/webhook-endpoints.ts";
import { dynamoWebhookKeys } from "#shared/adapters/dynamodb/webhook-keys.ts";
import { addressPolicy } from "#shared/adapters/http/address-policy.ts";
import { oidcStaffTokens } from "#shared/adapters/oidc/staff-tokens.ts";
import { systemClock } from "#shared/adapters/system/clock.ts";
import type { SignIn } from "#shared/domain/staff/person.ts";
import type { Environment } from "../environment.ts";
import { faultOf, logEvent } from "../telemetry.ts";
import { addressRules } from "./receivers.ts";
import {
  attemptWake,
  deliveryWake,
  errandWake,
  openTables,
  resendWake,
  sessionPorts,
  workflowWake,
} from "./session.ts";

export async function staffPorts(environment: Environment<"staff">) {
  const data = await openTables(environment);
  const wake = workflowWake(environment.WORKFLOW_FUNCTION);
  return {
    ...sessionPorts(environment, data, wake),
    index: dynamoSessionIndex(data),
    persons: dynamoPersons(data),
    apiKeys: dynamoApiKeys(data),
    replies: dynamoReplies(data),
    scorecardDrafts: dynamoScorecardDrafts(data),
    delivery: deliveryWake(environment.DELIVERY_FUNCTION),
    settings: dynamoSettings(data),
    links: dynamoCandidateLinks(data),
    errands: dynamoErrands(data),
    orders: dynamoOrders(data),
    errandRuns: errandWake(environment.DELIVERY_FUNCTION),
    ...webhookPorts(environment, data),
    ...signInPorts(environment, data),
  };
}

function signInPorts(environment: Environment<"staff">, data: Database) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client_id, OIDC_RULES, LOOPBACK_ISSUER } = environment;
  const { scope, audience, ...rules } = OIDC_RULES;
  const signIn: SignIn = { issuer, client_id, scope, audience, rules };
  const onSilence = (error: unknown) => logEvent({ step: "issuer-silent", fault: faultOf(error) });
  return {
    signIn,
    staff: dynamoStaff(data),
    staffTokens: oidcStaffTokens({ issuer, client_id, audience, loopback: LOOPBACK_ISSUER === "allowed", onSilence }),
  };
}

function webhookPorts(environment: Environment<"staff">, data: Database) {
  return {
    endpoints: dynamoWebhookEndpoints(data),
    deliveries: dynamoDeliveries(data),
    addressPolicy: addressPolicy(addressRules(environment)),
    attempts: attemptWake(environment.DELIVERY_FUNCTION),
    resends: resendWake(environment.DELIVERY_FUNCTION),
    retries: stepFunctionsRetries(environment.WEBHOOK_DELIVERY_MACHINE),
    feed: dynamoEventFeed(data),
    webhookKeys: dynamoWebhookKeys(data, systemClock),
  };
}
