import type { SessionStatus } from "../session/head.ts";

/** What an order looks like from outside: still to be done, done with a report, or over without one. */
type Phase = "open" | "complete" | "over";

/** The words of each ATS. Greenhouse knows `complete` and lets us choose all others. */
type Words = {
  phase: Phase;
  greenhouse:
    | "sent"
    | "started"
    | "submitted"
    | "complete"
    | "expired"
    | "canceled"
    | "withdrawn"
    | "voided"
    | "erased";
  /** Ashby's free status, or its reason of a cancellation; a result needs no word. */
  ashby: string;
  workable: "pending" | "completed" | "rejected" | "expired";
  recruitee: "sent" | "completed" | "canceled";
};

const COMPLETE = {
  phase: "complete",
  greenhouse: "complete",
  ashby: "Completed",
  workable: "completed",
  recruitee: "completed",
} as const;

/**
 * The one table of what each ATS is told of a session: every status has exactly one word per ATS. With a pass mark,
 * Recruitee's `completed` becomes `failed` below it.
 */
export const STATUS_MAP: { readonly [S in SessionStatus]: Words } = {
  invited: { phase: "open", greenhouse: "sent", ashby: "Invited", workable: "pending", recruitee: "sent" },
  in_progress: { phase: "open", greenhouse: "started", ashby: "Started", workable: "pending", recruitee: "sent" },
  grading: { phase: "open", greenhouse: "submitted", ashby: "Submitted", workable: "pending", recruitee: "sent" },
  scored: COMPLETE,
  finalized: COMPLETE,
  decided: COMPLETE,
  expired: { phase: "over", greenhouse: "expired", ashby: "expired", workable: "expired", recruitee: "canceled" },
  canceled: { phase: "over", greenhouse: "canceled", ashby: "canceled", workable: "rejected", recruitee: "canceled" },
  withdrawn: {
    phase: "over",
    greenhouse: "withdrawn",
    ashby: "withdrawn by the candidate",
    workable: "rejected",
    recruitee: "canceled",
  },
  voided: {
    phase: "over",
    greenhouse: "voided",
    ashby: "voided because of a technical fault",
    workable: "rejected",
    recruitee: "canceled",
  },
  erased: { phase: "over", greenhouse: "erased", ashby: "erased", workable: "rejected", recruitee: "canceled" },
};

/** Whether a session in this status still stands for its order; otherwise the same key invites anew. */
export const stillCounts = (status: SessionStatus): boolean => STATUS_MAP[status].phase !== "over";
