import { sesMailer } from "#shared/adapters/aws/ses-mailer.ts";
import { stepFunctionsRetries } from "#shared/adapters/aws/step-functions-retries.ts";
import { dynamoCandidateLinks, dynamoUndeliverableAddresses } from "#shared/adapters/dynamodb/candidate-links.ts";
import { type Database, database } from "#shared/adapters/dynamodb/client.ts";
import { dynamoReportKey, dynamoSettings } from "#shared/adapters/dynamodb/company-settings.ts";
import { dynamoDeliveries } from "#shared/adapters/dynamodb/deliveries.ts";
import { dynamoErrands } from "#shared/adapters/dynamodb/errands.ts";
import { dynamoEventFeed } from "#shared/adapters/dynamodb/event-feed.ts";
import { dynamoJournalStore } from "#shared/adapters/dynamodb/journal-store.ts";
import { dynamoOrders } from "#shared/adapters/dynamodb/orders.ts";
import { dynamoOutbox } from "#shared/adapters/dynamodb/outbox.ts";
import { dynamoPlaybookStore } from "#shared/adapters/dynamodb/playbook-store.ts";
import { dynamoSessionIndex } from "#shared/adapters/dynamodb/session-index.ts";
import { dynamoWebhookEndpoints } from "#shared/adapters/dynamodb/webhook-endpoints.ts";
import { dynamoWebhookKeys } from "#shared/adapters/dynamodb/webhook-keys.ts";
import { folderMailer } from "#shared/adapters/files/folder-mailer.ts";
import { hmacSha256 } from "#shared/adapters/http/hmac.ts";
import { signEd25519 } from "#shared/adapters/http/public-signatures.ts";
import { httpSender } from "#shared/adapters/http/sender.ts";
import { systemClock } from "#shared/adapters/system/clock.ts";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import type { Mailer } from "#shared/ports/mail.ts";
import type { Environment } from "../environment.ts";
import { addressRules } from "./receivers.ts";

/** What the one zone stands on that talks to the internet; apart from the others', which must not carry its clients. */
export function deliveryPorts(environment: Environment<"delivery">) {
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
    ...errandPorts(environment, data),
    signPublicly: signEd25519,
  };
}

/** What mails and calls to applicant tracking systems take. */
const errandPorts = (environment: Environment<"delivery">, data: Database) => ({
  index: dynamoSessionIndex(data),
  playbooks: dynamoPlaybookStore(data),
  errands: dynamoErrands(data),
  orders: dynamoOrders(data),
  settings: dynamoSettings(data),
  links: dynamoCandidateLinks(data),
  undeliverable: dynamoUndeliverableAddresses(data),
  reportKey: dynamoReportKey(data),
  site: { url: environment.SITE_URL },
  mailer: mailerOf(environment.MAIL),
});

/** The way out that the environment names: undefined where mail goes nowhere. */
function mailerOf(mail: string): Mailer | undefined {
  const [way, first = "", ...rest] = mail.split(":");
  if (way === "folder") return folderMailer([first, ...rest].join(":"), systemClock);
  return way === "ses" ? sesMailer({ configurationSet: first, from: rest.join(":") }) : undefined;
}
