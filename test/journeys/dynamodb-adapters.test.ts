import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PARTITIONS } from "#infra/partitions.ts";
import { dynamoCandidateLinks, dynamoUndeliverableAddresses } from "#shared/adapters/dynamodb/candidate-links.ts";
import { type Database, database as databaseOf } from "#shared/adapters/dynamodb/client.ts";
import { dynamoReportKey, dynamoSettings } from "#shared/adapters/dynamodb/company-settings.ts";
import { dynamoDeliveries } from "#shared/adapters/dynamodb/deliveries.ts";
import { dynamoErrands } from "#shared/adapters/dynamodb/errands.ts";
import { dynamoEventFeed } from "#shared/adapters/dynamodb/event-feed.ts";
import { dynamoJournalEraser, dynamoJournalStore } from "#shared/adapters/dynamodb/journal-store.ts";
import { dynamoOrders } from "#shared/adapters/dynamodb/orders.ts";
import { dynamoOutbox } from "#shared/adapters/dynamodb/outbox.ts";
import { dynamoPersons } from "#shared/adapters/dynamodb/persons.ts";
import { dynamoPlaybookStore } from "#shared/adapters/dynamodb/playbook-store.ts";
import {
  dynamoApiKeys,
  dynamoHeadSignatures,
  dynamoUsage,
  dynamoWaitTokens,
} from "#shared/adapters/dynamodb/records.ts";
import { dynamoReplies } from "#shared/adapters/dynamodb/replies.ts";
import { dynamoScorecardDrafts } from "#shared/adapters/dynamodb/scorecard-drafts.ts";
import { dynamoSessionIndex } from "#shared/adapters/dynamodb/session-index.ts";
import { dynamoStaff } from "#shared/adapters/dynamodb/staff.ts";
import { dynamoWebhookEndpoints } from "#shared/adapters/dynamodb/webhook-endpoints.ts";
import { dynamoWebhookKeys } from "#shared/adapters/dynamodb/webhook-keys.ts";
import { systemClock } from "#shared/adapters/system/clock.ts";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import { verifyChain } from "#shared/domain/journal/verify-chain.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { saveAnswer } from "#shared/use-cases/save-answer.ts";
import { type SessionLog, sessionLog } from "#shared/use-cases/session-log.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { viewSession } from "#shared/use-cases/view-session.ts";
import { companyContract } from "#test/adapters/contracts/company.ts";
import { journalContract } from "#test/adapters/contracts/journal.ts";
import { recordsContract } from "#test/adapters/contracts/records.ts";
import { repliesContract } from "#test/adapters/contracts/replies.ts";
import { scorecardDraftsContract } from "#test/adapters/contracts/scorecard-drafts.ts";
import { sessionIndexContract } from "#test/adapters/contracts/session-index.ts";
import type { Stores } from "#test/adapters/contracts/stored-session.ts";
import { webhooksContract } from "#test/adapters/contracts/webhooks.ts";
import { desk, invite } from "#test/builders/desk.ts";
import { noting, type Touched } from "#test/builders/noted-partitions.ts";

const BINARY = path.join(import.meta.dirname, "../../node_modules/@dynoxide/linux-x64/dynoxide");
const folder = mkdtempSync(path.join(tmpdir(), "assay-tables-"));
let server: ChildProcess;
let client: DynamoDBClient;
let database: Database;

beforeAll(async () => {
  const port = await freePort();
  const file = path.join(folder, "tables.db");
  server = spawn(BINARY, ["--host", "127.0.0.1", "--port", String(port), "--db-path", file], { stdio: "ignore" });
  client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 20,
  });
  await client.send(new ListTablesCommand({}));
  database = databaseOf({ journal: "Journal", state: "State" }, client);
  await createTables(client);
});

afterAll(() => {
  client?.destroy();
  server?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** What each adapter has touched of the table of states. */
const touched = new Map<string, Touched>();
function noted(adapter: string): Database {
  const known = touched.get(adapter) ?? { reads: new Set<string>(), writes: new Set<string>() };
  touched.set(adapter, known);
  return noting(database, known);
}

async function dynamoStores(): Promise<Stores> {
  return {
    journal: dynamoJournalStore(noted("dynamoJournalStore")),
    eraser: dynamoJournalEraser(noted("dynamoJournalEraser")),
    index: dynamoSessionIndex(noted("dynamoSessionIndex")),
    outbox: dynamoOutbox(noted("dynamoOutbox")),
    playbooks: dynamoPlaybookStore(noted("dynamoPlaybookStore")),
    apiKeys: dynamoApiKeys(noted("dynamoApiKeys")),
    staff: dynamoStaff(noted("dynamoStaff")),
    waitTokens: dynamoWaitTokens(noted("dynamoWaitTokens")),
    signatures: dynamoHeadSignatures(noted("dynamoHeadSignatures")),
    usage: dynamoUsage(noted("dynamoUsage")),
  };
}

describe("adapters on DynamoDB", () => {
  journalContract(dynamoStores);
  sessionIndexContract(dynamoStores);
  recordsContract(dynamoStores);
  repliesContract(async () => dynamoReplies(noted("dynamoReplies")));
  companyContract(async () => ({
    errands: dynamoErrands(noted("dynamoErrands")),
    orders: dynamoOrders(noted("dynamoOrders")),
    links: dynamoCandidateLinks(noted("dynamoCandidateLinks")),
    undeliverable: dynamoUndeliverableAddresses(noted("dynamoUndeliverableAddresses")),
    persons: dynamoPersons(noted("dynamoPersons")),
    settings: dynamoSettings(noted("dynamoSettings")),
    reportKey: dynamoReportKey(noted("dynamoReportKey")),
  }));
  scorecardDraftsContract(async () => ({ scorecardDrafts: dynamoScorecardDrafts(noted("dynamoScorecardDrafts")) }));
  webhooksContract(async () => ({
    endpoints: dynamoWebhookEndpoints(noted("dynamoWebhookEndpoints")),
    deliveries: dynamoDeliveries(noted("dynamoDeliveries")),
    feed: dynamoEventFeed(noted("dynamoEventFeed")),
    webhookKeys: dynamoWebhookKeys(noted("dynamoWebhookKeys"), systemClock),
  }));
});

/** What adapters could touch beyond what a zone's operations do with them. */
const UNUSED: { [Zone in keyof typeof PARTITIONS]: Partial<Record<keyof Touched, string[]>> } = {
  candidate: { writes: ["company", "playbook#*", "playbooks"] },
  ats: { reads: ["api-keys"], writes: ["api-key#*", "api-keys", "playbook#*", "playbooks"] },
  workflow: { reads: ["company"], writes: ["company", "playbook#*", "playbooks"] },
  delivery: { writes: ["playbook#*", "playbooks"] },
  staff: {},
};

describe("what IAM lets a zone reach of the table of states", () => {
  const sourceOf = (name: string) =>
    readFileSync(path.join(import.meta.dirname, `../../functions/runtime/dependencies/${name}.ts`), "utf8");
  const adaptersIn = (source: string) => [...source.matchAll(/(dynamo[A-Z]\w+)\(/g)].map(([, adapter]) => adapter!);
  const adaptersOf = (zone: string) => {
    const source = sourceOf(zone);
    return [...adaptersIn(source), ...(source.includes("sessionPorts(") ? adaptersIn(sourceOf("session")) : [])];
  };

  test.each(Object.entries(PARTITIONS))("is what the adapters of the zone %s touch", (zone, partitions) => {
    const unused = UNUSED[zone as keyof typeof PARTITIONS];
    const of = adaptersOf(zone).map((adapter) => touched.get(adapter)!);
    for (const how of ["reads", "writes"] as const) {
      const used = of.flatMap((each) => [...each[how]]).filter((partition) => !unused[how]?.includes(partition));
      expect(partitions[how], `${how} of ${zone}`).toEqual(expect.arrayContaining(used));
    }
    const any = of.flatMap(({ reads, writes }) => [...reads, ...writes]);
    expect(partitions.reads.filter((partition) => !any.includes(partition))).toEqual([]);
  });
});

describe("a session on DynamoDB", () => {
  const ports = async () => {
    const { journal, playbooks } = await dynamoStores();
    const plain = await desk();
    await playbooks.publish(plain.published);
    const process = () =>
      sessionLog({ journal, playbooks, wake: plain.wake, clock: plain.clock, identity: systemIdentity });
    return { ...plain, journal, playbooks, identity: systemIdentity, process };
  };

  test("keeps every answer that two processes acknowledge at the same time, and its chain whole", async () => {
    const at = await ports();
    const { id: session } = await invite({ ...at, sessions: at.process() });
    const [left, right] = [at.process(), at.process()];
    await startSession({ ...at, sessions: left })({ session });
    await beginSection({ sessions: right })({ session, section: "first" });
    const type = async (sessions: SessionLog, item: string) => {
      for (let revision = 0; revision < 40; revision++) {
        await saveAnswer({ sessions })({ session, item, value: `${revision}`, revision });
        await pause(revision % 7);
      }
    };
    await Promise.all([type(left, "a"), type(right, "b")]);
    const entries = await at.journal.read(session);
    expect(entries).toHaveLength(3 + 80);
    expect(verifyChain(entries, systemIdentity.digest)).toBeUndefined();
    const view = await viewSession({ sessions: at.process() })({ session });
    expect(view.current!.answers).toMatchObject({ a: { revision: 40 }, b: { revision: 40 } });
  });
});

/** The tables and indexes of the data stack. */
async function createTables(client: DynamoDBClient): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: "Journal",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [attribute("stream"), { AttributeName: "seq", AttributeType: "N" }],
      KeySchema: keys("stream", "seq"),
    }),
  );
  const lists = {
    list: "list_at",
    "list-by-update": "list_update",
    "list-by-name": "list_name",
    "list-by-score": "list_score",
  };
  const names = ["pk", "sk", "due_shard", "due_at", "list_shard", ...Object.values(lists)];
  await client.send(
    new CreateTableCommand({
      TableName: "State",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: names.map(attribute),
      KeySchema: keys("pk", "sk"),
      GlobalSecondaryIndexes: [
        { IndexName: "due", KeySchema: keys("due_shard", "due_at"), Projection: { ProjectionType: "KEYS_ONLY" } },
        ...Object.entries(lists).map(([IndexName, position]) => ({
          ...{ IndexName, KeySchema: keys("list_shard", position) },
          Projection: { ProjectionType: "ALL" as const },
        })),
      ],
    }),
  );
}

const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: "S" as const });
const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: "HASH" as const },
  { AttributeName: range, KeyType: "RANGE" as const },
];

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
