import type { Json } from "../foundation/json.ts";
import type { Candidate } from "./facts.ts";

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
  /** When somebody has to look at this session next (a deadline, the end of a pause, expiry, a grading that must come). */
  due_at: string | null;
};
