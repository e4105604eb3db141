import type { Json } from "../foundation/json.ts";
import { eraseAt } from "./decide-erasure.ts";
import type { Candidate } from "./facts.ts";
import type { Outcome } from "./people-facts.ts";
import { gradingVersion, openReviews } from "./people-state.ts";
import type { SessionState } from "./state.ts";

export type SessionStatus =
  | "invited"
  | "in_progress"
  | "grading"
  | "scored"
  | "finalized"
  | "decided"
  | "expired"
  | "canceled"
  | "withdrawn"
  | "voided"
  | "erased";

/** What lists need of a session; written with the facts, only when one of these changes. Rebuildable from the journal. */
export type SessionHead = {
  id: string;
  status: SessionStatus;
  playbook: string;
  candidate: Candidate | null;
  /** The company's reference of the job; null where none was given. */
  job: string | null;
  metadata: { [key: string]: Json };
  created_at: string;
  updated_at: string;
  expires_at: string;
  started_at: string | null;
  submitted_at: string | null;
  scored_at: string | null;
  /** The latest published score, for lists. */
  score: string | null;
  recommendation: string | null;
  /** The version that grades it: the one it was taken with, or a later one. */
  graded_by: string;
  finalized_at: string | null;
  /** What a person decided; null before. */
  outcome: Outcome | null;
  decided_at: string | null;
  /** How many of its grades wait for a person. */
  open_reviews: number;
  /** Whether a legal hold keeps it from being erased. */
  held: boolean;
  /** When it is erased by itself; null where it isn't, or not yet. */
  erase_at: string | null;
  erased_at: string | null;
  /** Whether the candidate waits for an answer to a request for extra time. Hidden from everyone who scores. */
  asks_for_time: boolean;
  /** When somebody has to look at this session next (a deadline, the end of a pause, expiry, a grading that must come). */
  due_at: string | null;
};

/** What the API shows of a session. Extra time is not in it: it is hidden from everyone who scores. */
export type SessionSummary = Omit<SessionHead, "due_at" | "asks_for_time">;

/** The head of a session as its journal gives it. `due_at` comes from the playbook's times (`due.ts`). */
export function headOf(state: SessionState, due_at: string | null): SessionHead {
  const [latest, decision] = [state.results.at(-1), state.decisions.at(-1)];
  return {
    id: state.id,
    status: state.status,
    playbook: state.playbook,
    candidate: state.candidate,
    job: state.job,
    metadata: state.metadata,
    created_at: state.created_at,
    updated_at: state.updated_at,
    expires_at: state.expires_at,
    started_at: state.started_at,
    submitted_at: state.submitted_at,
    scored_at: state.scored_at,
    score: latest?.score ?? null,
    recommendation: latest?.recommendation ?? null,
    graded_by: gradingVersion(state),
    finalized_at: state.finalized_at,
    outcome: decision?.outcome ?? null,
    decided_at: decision?.at ?? null,
    open_reviews: openReviews(state).length,
    held: state.hold !== null,
    erase_at: eraseAt(state),
    erased_at: state.erased?.at ?? null,
    asks_for_time: state.accommodation_request?.state === "open",
    due_at,
  };
}

/** The head without what only the sweep needs, and what scorers mustn't know. */
export function summaryOf({ due_at: _, asks_for_time: __, ...summary }: SessionHead): SessionSummary {
  return summary;
}
