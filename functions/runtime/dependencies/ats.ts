import { dynamoCandidateLinks } from "#shared/adapters/dynamodb/candidate-links.ts";
import { dynamoReportKey, dynamoSettings } from "#shared/adapters/dynamodb/company-settings.ts";
import { dynamoJournalStore } from "#shared/adapters/dynamodb/journal-store.ts";
import { dynamoOrders } from "#shared/adapters/dynamodb/orders.ts";
import { dynamoPersons } from "#shared/adapters/dynamodb/persons.ts";
import { dynamoPlaybookStore } from "#shared/adapters/dynamodb/playbook-store.ts";
import { dynamoApiKeys } from "#shared/adapters/dynamodb/records.ts";
import { dynamoReplies } from "#shared/adapters/dynamodb/replies.ts";
import { hmacSha256 } from "#shared/adapters/http/hmac.ts";
import { systemClock } from "#shared/adapters/system/clock.ts";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import { sessionLog } from "#shared/use-cases/session-log.ts";
import type { Environment } from "../environment.ts";
import { openTables, workflowWake } from "./session.ts";

/** What the zone stands on that applicant tracking systems call: it neither grades nor signs. */
export async function atsPorts(environment: Environment<"ats">) {
  const data = await openTables(environment);
  const [clock, identity, wake] = [systemClock, systemIdentity, workflowWake(environment.WORKFLOW_FUNCTION)];
  const [journal, playbooks] = [dynamoJournalStore(data), dynamoPlaybookStore(data)];
  return {
    clock,
    identity,
    journal,
    playbooks,
    sessions: sessionLog({ journal, playbooks, wake, clock, identity }),
    apiKeys: dynamoApiKeys(data),
    replies: dynamoReplies(data),
    orders: dynamoOrders(data),
    settings: dynamoSettings(data),
    links: dynamoCandidateLinks(data),
    persons: dynamoPersons(data),
    reportKey: dynamoReportKey(data),
    hmac: hmacSha256,
    site: { url: environment.SITE_URL },
  };
}
