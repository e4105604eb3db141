import { stepFunctionsRetries } from "#shared/adapters/aws/step-functions-retries.ts";
import { database } from "#shared/adapters/dynamodb/client.ts";
import { dynamoDeliveries } from "#shared/adapters/dynamodb/deliveries.ts";
import { dynamoEventFeed } from "#shared/adapters/dynamodb/event-feed.ts";
import { dynamoJournalStore } from "#shared/adapters/dynamodb/journal-store.ts";
import { dynamoOutbox } from "#shared/adapters/dynamodb/outbox.ts";
import { dynamoWebhookEndpoints } from "#shared/adapters/dynamodb/webhook-endpoints.ts";
import { dynamoWebhookKeys } from "#shared/adapters/dynamodb/webhook-keys.ts";
import { hmacSha256 } from "#shared/adapters/http/hmac.ts";
import { signEd25519 } from "#shared/adapters/http/public-signatures.ts";
import { httpSender } from "#shared/adapters/http/sender.ts";
import { systemClock } from "#shared/adapters/system/clock.ts";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import type { DispatchPorts } from "#shared/use-cases/dispatch-events.ts";
import type { Environment } from "../environment.ts";
import { addressRules } from "./receivers.ts";

/** What the one zone stands on that talks to the internet; apart from the others', which must not carry its clients. */
export function deliveryPorts(environment: Environment<"delivery">): DispatchPorts {
  const data = database({ journal: environment.JOURNAL_TABLE, state: environment.STATE_TABLE });
  return {
    clock: systemClock,
    identity: systemIdentity,
    journal: dynamoJournalStore(data),
    outbox: dynamoOutbox(data),
    endpoints: dynamoWebhookEndpoints(data),
    deliveries: dynamoDeliveries(data),
    retries: stepFunctionsRetries(environment.WEBHOOK_DELIVERY_MACHINE),
    sender: httpSender({ ...addressRules(environment), clock: systemClock }),
    feed: dynamoEventFeed(data),
    webhookKeys: dynamoWebhookKeys(data, systemClock),
    hmac: hmacSha256,
    signPublicly: signEd25519,
  };
}
