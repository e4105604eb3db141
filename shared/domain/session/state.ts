import type { Json } from "../foundation/json.ts";
import type { Tip } from "../journal/entry.ts";
import type { Playbook } from "../playbook/schema.ts";
import type { Result } from "../scoring/result.ts";
import type { Accommodation, Candidate, SessionFact } from "./facts.ts";
import type { SessionStatus } from "./head.ts";
import type { RecordedGrade } from "./people-facts.ts";
import type { PeopleState } from "./people-state.ts";

/** How far a section is that was opened. `deadline` is null where it is untimed. */
export type SectionProgress = {
  opened_at: string;
  deadline: string | null;
  closed: { at: string; reason: "submitted" | "timeout" } | null;
};

/** An answer as it was last kept. `revision` counts from 1. */
export type KeptAnswer = { value: Json; revision: number; saved_at: string };

export type AccommodationRequest = {
  text: string;
  at: string;
  state: "open" | "granted" | "declined";
  /** Why it was declined, as the candidate is told. */
  reason: string | null;
};

/** A session as the fold of its journal up to `tip`. */
export type SessionState = PeopleState & {
  tip: Tip;
  id: string;
  playbook: string;
  playbook_digest: string;
  candidate: Candidate | null;
  accommodation: Accommodation | null;
  job: string | null;
  /** What the candidate asked for last, and what became of it. */
  accommodation_request: AccommodationRequest | null;
  metadata: { [key: string]: Json };
  redirect_url: string | null;
  link_hash: string;
  retention_days: number | null;
  /** Since when it has its status. */
  status_since: string;
  /** The legal hold, while there is one. */
  hold: { reason: string; actor: string; at: string } | null;
  erased: { seq: number; reason: string; actor: string; at: string; completed: boolean } | null;
  /** What the items were drawn with; left out where the playbook draws none. */
  seed?: string;
  status: SessionStatus;
  created_at: string;
  updated_at: string;
  expires_at: string;
  started_at: string | null;
  submitted_at: string | null;
  scored_at: string | null;
  /** The sections opened so far, in the order of their opening. */
  sections: ReadonlyMap<string, SectionProgress>;
  answers: ReadonlyMap<string, KeptAnswer>;
  /** Kept but not scored: what arrived after its section was closed. */
  late: ReadonlyMap<string, readonly KeptAnswer[]>;
  /** How many entries `answer.saved` and `answer.late` the journal holds. */
  /** How often the candidate has asked for extra time. */
  accommodation_requests: number;
  saves: number;
  late_saves: number;
  /** The latest grade of each item. */
  grades: ReadonlyMap<string, RecordedGrade>;
  /** The items of which an adviser model has said something. */
  advised: ReadonlySet<string>;
  results: readonly Result[];
  /** The entry that ended the candidate's part. */
  submission: Tip | null;
  /** The entry of the latest result. */
  scoring: Tip | null;
};

/** What a decision looks at: the playbook as this session presents it; `now` is never before the journal's tip. */
export type Situation = { state: SessionState; playbook: Playbook; now: string };

/**
 * What a command leads to: facts to append, in order. A `refusal` beside them is told to the caller once they stand
 * (an answer that came late is kept and refused).
 */
export type Decision = { facts: readonly SessionFact[]; refusal?: Error };

export const NOTHING: Decision = { facts: [] };
