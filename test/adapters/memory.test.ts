import { describe } from "vitest";
import {
  memoryCandidateLinks,
  memoryOrders,
  memoryReportKey,
  memorySettings,
  memoryUndeliverableAddresses,
} from "#shared/adapters/memory/company.ts";
import { memoryErrands } from "#shared/adapters/memory/errands.ts";
import { memoryPersons } from "#shared/adapters/memory/persons.ts";
import {
  memoryApiKeys,
  memoryHeadSignatures,
  memoryPlaybookStore,
  memoryUsage,
  memoryWaitTokens,
} from "#shared/adapters/memory/records.ts";
import { memoryReplies } from "#shared/adapters/memory/replies.ts";
import { memoryScorecardDrafts } from "#shared/adapters/memory/scorecard-drafts.ts";
import { memoryStaff } from "#shared/adapters/memory/staff.ts";
import {
  memoryJournalEraser,
  memoryJournalStore,
  memoryOutbox,
  memorySessionIndex,
  memoryTables,
} from "#shared/adapters/memory/store.ts";
import {
  memoryDeliveries,
  memoryEventFeed,
  memoryWebhookEndpoints,
  memoryWebhookKeys,
} from "#shared/adapters/memory/webhooks.ts";
import { companyContract } from "./contracts/company.ts";
import { journalContract } from "./contracts/journal.ts";
import { recordsContract } from "./contracts/records.ts";
import { repliesContract } from "./contracts/replies.ts";
import { scorecardDraftsContract } from "./contracts/scorecard-drafts.ts";
import { sessionIndexContract } from "./contracts/session-index.ts";
import type { Stores } from "./contracts/stored-session.ts";
import { webhooksContract } from "./contracts/webhooks.ts";

async function memoryStores(): Promise<Stores> {
  const tables = memoryTables();
  return {
    journal: memoryJournalStore(tables),
    eraser: memoryJournalEraser(tables),
    index: memorySessionIndex(tables),
    outbox: memoryOutbox(tables),
    playbooks: memoryPlaybookStore(),
    apiKeys: memoryApiKeys(),
    staff: memoryStaff(),
    waitTokens: memoryWaitTokens(),
    signatures: memoryHeadSignatures(),
    usage: memoryUsage(),
  };
}

describe("adapters in memory", () => {
  journalContract(memoryStores);
  sessionIndexContract(memoryStores);
  recordsContract(memoryStores);
  repliesContract(async () => memoryReplies());
  companyContract(async () => ({
    errands: memoryErrands(),
    orders: memoryOrders(),
    links: memoryCandidateLinks(),
    undeliverable: memoryUndeliverableAddresses(),
    persons: memoryPersons(),
    settings: memorySettings(),
    reportKey: memoryReportKey(),
  }));
  scorecardDraftsContract(async () => ({ scorecardDrafts: memoryScorecardDrafts() }));
  webhooksContract(async () => ({
    endpoints: memoryWebhookEndpoints(),
    deliveries: memoryDeliveries(),
    feed: memoryEventFeed(),
    webhookKeys: memoryWebhookKeys(),
  }));
});
