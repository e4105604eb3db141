import { seededIdentity } from "#shared/adapters/memory/identity.ts";
import type { OutboxEvent } from "#shared/domain/events/event.ts";
import { chainAll, EMPTY_TIP, type Entry, type Tip } from "#shared/domain/journal/entry.ts";
import type { SessionHead } from "#shared/domain/session/head.ts";
import type { ApiKeys } from "#shared/ports/api-keys.ts";
import type { HeadSignatures } from "#shared/ports/head-signatures.ts";
import type { JournalEraser, JournalStore } from "#shared/ports/journal-store.ts";
import type { Outbox } from "#shared/ports/outbox.ts";
import type { PlaybookStore } from "#shared/ports/playbook-store.ts";
import type { SessionIndex } from "#shared/ports/session-index.ts";
import type { StaffDirectory } from "#shared/ports/staff.ts";
import type { Usage } from "#shared/ports/usage.ts";
import type { WaitTokens } from "#shared/ports/workflow.ts";

/** Everything that is stored, behind one kind of adapter. */
export type Stores = {
  journal: JournalStore;
  eraser: JournalEraser;
  index: SessionIndex;
  outbox: Outbox;
  playbooks: PlaybookStore;
  apiKeys: ApiKeys;
  staff: StaffDirectory;
  waitTokens: WaitTokens;
  signatures: HeadSignatures;
  usage: Usage;
};

/** Gives stores that hold nothing of earlier tests, or at least nothing under the same ids. */
export type MakeStores = () => Promise<Stores>;

const identity = seededIdentity("contract");
export const newId = (prefix: string): string => identity.id(prefix);

/** Some entries that follow on a tip. */
export const someEntries = (count: number, tip: Tip = EMPTY_TIP): Entry<string, unknown>[] =>
  chainAll(
    tip,
    Array.from({ length: count }, (_, index) => ({
      kind: "answer.saved",
      at: `2026-03-01T09:00:0${index}.000Z`,
      actor: "candidate",
      payload: { item: "a", value: { b: "é\u{1F600}", a: [1, null] }, revision: index + 1 },
    })),
    identity,
  );

export const someHead = (changes: Partial<SessionHead> & { id: string }): SessionHead => ({
  status: "invited",
  playbook: "small@1",
  candidate: { name: "Ada Example", email: "ada@example.com", external_id: "cand-1" },
  job: null,
  metadata: { team: "blue" },
  created_at: "2026-03-01T09:00:00.000Z",
  updated_at: "2026-03-01T09:00:00.000Z",
  expires_at: "2026-03-15T09:00:00.000Z",
  started_at: null,
  submitted_at: null,
  scored_at: null,
  score: null,
  recommendation: null,
  graded_by: "small@1",
  finalized_at: null,
  outcome: null,
  decided_at: null,
  open_reviews: 0,
  held: false,
  erase_at: null,
  erased_at: null,
  asks_for_time: false,
  due_at: null,
  ...changes,
});

export const someEvent = (stream: string, sequence: number, created_at = "2026-03-01T09:00:00.000Z"): OutboxEvent => ({
  id: newId("evt_"),
  type: "session.created",
  stream,
  sequence,
  created_at,
  body: '{"type":"session.created"}',
});
