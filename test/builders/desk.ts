import { settableClock } from "#shared/adapters/memory/clock.ts";
import { seededIdentity } from "#shared/adapters/memory/identity.ts";
import {
  memoryApiKeys,
  memoryHeadSignatures,
  memoryPlaybookStore,
  memoryUsage,
  memoryWaitTokens,
} from "#shared/adapters/memory/records.ts";
import { memoryReplies } from "#shared/adapters/memory/replies.ts";
import { memoryScorecardDrafts } from "#shared/adapters/memory/scorecard-drafts.ts";
import { memorySigner } from "#shared/adapters/memory/signer.ts";
import {
  memoryJournalEraser,
  memoryJournalStore,
  memoryOutbox,
  memorySessionIndex,
  memoryTables,
} from "#shared/adapters/memory/store.ts";
import { memoryWake, memoryWorkflow } from "#shared/adapters/memory/workflow.ts";
import { canonicalJson } from "#shared/domain/foundation/json.ts";
import type { Observation, SandboxJob } from "#shared/domain/grading/sandbox.ts";
import type { AuthoredPlaybook } from "#shared/domain/playbook/schema.ts";
import type { JournalStore } from "#shared/ports/journal-store.ts";
import { createSession } from "#shared/use-cases/create-session.ts";
import { sessionLog } from "#shared/use-cases/session-log.ts";
import { errandPorts } from "./errand-ports.ts";
import { sessionPlaybook } from "./session-playbook.ts";
import { clockTime } from "./session-story.ts";
import { signInPorts } from "./sign-in.ts";

/** How often the store was asked, and how many entries it gave. */
export type StoreCalls = { reads: number; entries: number; appends: number };

/** Every port of the use cases in memory, at 2026-03-01 09:00, with one playbook published. */
export async function desk(options: { playbook?: AuthoredPlaybook; sandbox?: (job: SandboxJob) => Observation } = {}) {
  const tables = memoryTables();
  const clock = settableClock(clockTime("09:00:00"));
  const identity = seededIdentity("desk");
  const calls: StoreCalls = { reads: 0, entries: 0, appends: 0 };
  const store = { current: counted(memoryJournalStore(tables), calls) };
  const journal: JournalStore = {
    read: (stream, after, limit) => store.current.read(stream, after, limit),
    last: (stream) => store.current.last(stream),
    append: (stream, commit) => store.current.append(stream, commit),
  };
  const playbook = options.playbook ?? sessionPlaybook();
  const playbooks = memoryPlaybookStore();
  const published = { playbook, digest: identity.digest(canonicalJson(playbook)), published_at: clockTime("08:00:00") };
  await playbooks.publish(published);
  const wake = memoryWake();
  const newLog = () => sessionLog({ journal, playbooks, wake, clock, identity });
  const ran: SandboxJob[] = [];
  return {
    tables,
    calls,
    store,
    journal,
    playbooks,
    published,
    clock,
    identity,
    wake,
    newLog,
    ran,
    sessions: newLog(),
    eraser: memoryJournalEraser(tables),
    replies: memoryReplies(),
    index: memorySessionIndex(tables),
    outbox: memoryOutbox(tables),
    apiKeys: memoryApiKeys(),
    scorecardDrafts: memoryScorecardDrafts(),
    signatures: memoryHeadSignatures(),
    signer: memorySigner(),
    usage: memoryUsage(),
    waitTokens: memoryWaitTokens(),
    workflow: memoryWorkflow(),
    delivery: memoryWake(),
    ...errandPorts(),
    ...signInPorts(),
    sandbox: {
      async run(job: SandboxJob): Promise<Observation> {
        ran.push(job);
        if (!options.sandbox) throw new Error("nothing was to be run");
        return options.sandbox(job);
      },
    },
    at: (time: string) => clock.set(clockTime(time)),
  };
}

export type Desk = Awaited<ReturnType<typeof desk>>;

/** Invites Ada to the small playbook. */
export const invite = (at: Desk) =>
  createSession(at)({
    playbook: "small",
    candidate: { name: "Ada Example", email: "ada@example.com", external_id: "cand-1" },
    actor: "key_1",
  });

const counted = (journal: JournalStore, calls: StoreCalls): JournalStore => ({
  async read(stream, after, limit) {
    calls.reads++;
    const entries = await journal.read(stream, after, limit);
    calls.entries += entries.length;
    return entries;
  },
  last: (stream) => journal.last(stream),
  async append(stream, commit) {
    calls.appends++;
    return journal.append(stream, commit);
  },
});
