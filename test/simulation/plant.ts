import { createHash } from "node:crypto";
import { memoryCandidateLinks, memoryOrders, memoryUndeliverableAddresses } from "#shared/adapters/memory/company.ts";
import { seededIdentity } from "#shared/adapters/memory/identity.ts";
import { memoryPersons } from "#shared/adapters/memory/persons.ts";
import {
  memoryHeadSignatures,
  memoryPlaybookStore,
  memoryUsage,
  memoryWaitTokens,
} from "#shared/adapters/memory/records.ts";
import { memoryReplies } from "#shared/adapters/memory/replies.ts";
import { memoryScorecardDrafts } from "#shared/adapters/memory/scorecard-drafts.ts";
import {
  type MemoryTables,
  memoryJournalEraser,
  memoryJournalStore,
  memoryOutbox,
  memorySessionIndex,
  memoryTables,
} from "#shared/adapters/memory/store.ts";
import type { JournalStore } from "#shared/ports/journal-store.ts";
import type { CandidateLinks } from "#shared/ports/mail.ts";
import type { Persons } from "#shared/ports/persons.ts";
import type { Signer } from "#shared/ports/signer.ts";
import type { Wake, Workflow } from "#shared/ports/workflow.ts";
import type { EraserPorts } from "#shared/use-cases/erase-remains.ts";
import type { Ports } from "#shared/use-cases/ports.ts";
import { sessionLog } from "#shared/use-cases/session-log.ts";
import { sessionPlaybook } from "#test/builders/session-playbook.ts";
import { type ChaosWorld, type Life, troubled } from "./chaos.ts";

/** Everything a process of the product can stand on, and the true time at which each entry was written. */
export type Plant = {
  tables: MemoryTables;
  written: Map<string, number>;
  /** A fresh process: nothing remembered, its clock a little off. */
  process(): Process;
};

export type Process = Life & { ports: SimulatedPorts };
export type SimulatedPorts = Omit<Ports, "apiKeys" | "staff" | "staffTokens" | "signIn"> &
  Omit<EraserPorts, "links" | "persons"> & { links: CandidateLinks; persons: Persons };

export type PlantOptions = {
  world: ChaosWorld;
  seed: string;
  /** How far a process's clock may be off, in milliseconds. */
  skew: number;
  /** What stands between the product and the true store; the store itself where nothing does. */
  store?: (journal: JournalStore, tables: MemoryTables) => JournalStore;
  wake: Wake;
  workflow: Workflow;
};

/** What lives as long as the simulated session: stores, and the services beside them. */
export async function plant(options: PlantOptions): Promise<Plant> {
  const { world, seed, skew, store = (journal) => journal } = options;
  const tables = memoryTables();
  const written = new Map<string, number>();
  const journal = store(noting(written, world, memoryJournalStore(tables)), tables);
  const playbooks = memoryPlaybookStore();
  await playbooks.publish({ playbook: sessionPlaybook({ id: "small" }), digest: "d".repeat(64), published_at: "" });
  const kept = {
    journal,
    index: memorySessionIndex(tables),
    outbox: memoryOutbox(tables),
    playbooks,
    signatures: memoryHeadSignatures(),
    usage: memoryUsage(),
    waitTokens: memoryWaitTokens(),
    signer: stampSigner,
    workflow: options.workflow,
    eraser: memoryJournalEraser(tables),
    replies: memoryReplies(),
    links: memoryCandidateLinks(),
    persons: memoryPersons(),
    orders: memoryOrders(),
    undeliverable: memoryUndeliverableAddresses(),
    scorecardDrafts: memoryScorecardDrafts(),
  };
  const identity = seededIdentity(seed);
  return {
    tables,
    written,
    process() {
      const life = newLife();
      const off = world.random.between(-skew, skew);
      const clock = { now: () => new Date(world.scheduler.now() + off).toISOString() };
      const around = { world, life };
      const troubledPorts = mapValues(kept, (port, name) => troubled(name, port, around)) as typeof kept;
      const log = { ...troubledPorts, wake: options.wake, clock, identity };
      const rest = { clock, identity, sandbox: noSandbox, delivery: { wake: async () => undefined }, site: SITE };
      return Object.assign(life, { ports: { ...troubledPorts, ...rest, sessions: sessionLog(log) } });
    },
  };
}

const SITE = { url: "https://assay.example" };

const noSandbox = {
  run: async () => {
    throw new Error("no item of the simulation runs anything");
  },
};

/** Signing costs time that a simulation of thousands doesn't have, and proves nothing here. */
const stampSigner: Signer = {
  sign: async (text) => createHash("sha256").update(text).digest("base64"),
  publicKey: async () => ({ id: "k".repeat(64), spki: "" }),
};

function newLife(): Life {
  return {
    alive: true,
    end() {
      this.alive = false;
    },
  };
}

const noting = (written: Map<string, number>, world: ChaosWorld, journal: JournalStore): JournalStore => ({
  ...journal,
  async append(stream, commit) {
    await journal.append(stream, commit);
    for (const { hash } of commit.entries) written.set(hash, world.scheduler.now());
  },
});

const mapValues = <T extends { [name: string]: object }>(values: T, change: (value: object, name: string) => object) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]));
