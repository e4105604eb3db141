import { Refusal } from "../foundation/refusal.ts";
import type { SessionFactKind } from "./facts.ts";
import type { SessionStatus } from "./head.ts";
import type { SessionState } from "./state.ts";

const OVER = ["expired", "canceled", "withdrawn", "voided"] as const;

/** The one table of what may happen when: each fact with the statuses in which it is legal. */
export const LEGAL_IN: { readonly [K in Exclude<SessionFactKind, "session.created">]: readonly SessionStatus[] } = {
  "session.started": ["invited"],
  "section.opened": ["in_progress"],
  "answer.saved": ["in_progress"],
  "answer.late": ["in_progress", "grading", "scored"],
  "section.closed": ["in_progress"],
  "session.submitted": ["in_progress"],
  "accommodation.granted": ["invited", "in_progress"],
  "accommodation.requested": ["invited"],
  "accommodation.declined": ["invited", "in_progress"],
  "link.reissued": ["invited", "in_progress", "grading", "scored", "finalized", "decided", "withdrawn", "voided"],
  "session.extended": ["invited", "in_progress"],
  "grade.recorded": ["in_progress", "grading", "scored", "finalized", "decided"],
  "advice.recorded": ["in_progress", "grading", "scored"],
  "result.computed": ["grading", "scored", "finalized", "decided", "withdrawn", "voided"],
  "session.expired": ["invited"],
  "session.canceled": ["invited", "in_progress"],
  "session.withdrawn": ["invited", "in_progress", "grading", "scored", "finalized"],
  "session.voided": ["in_progress", "grading", "scored", "finalized"],
  "scorecard.locked": ["grading", "scored", "finalized"],
  "consensus.recorded": ["grading", "scored", "finalized"],
  "flag.raised": ["in_progress", "grading", "scored", "finalized"],
  "flag.confirmed": ["in_progress", "grading", "scored", "finalized"],
  "flag.lifted": ["in_progress", "grading", "scored", "finalized"],
  "flag.overridden": ["in_progress", "grading", "scored", "finalized"],
  "review.opened": ["grading", "scored", "finalized", "decided"],
  "objection.raised": ["decided"],
  "session.regraded": ["scored", "finalized", "decided"],
  "session.finalized": ["scored"],
  "decision.made": ["finalized", "decided"],
  "session.held": ["invited", "in_progress", "grading", "scored", "finalized", "decided", ...OVER],
  "session.released": ["invited", "in_progress", "grading", "scored", "finalized", "decided", ...OVER],
  "session.erased": ["invited", "scored", "finalized", "decided", ...OVER],
  "erasure.completed": ["erased"],
};

const DEEDS: { readonly [K in keyof typeof LEGAL_IN]: string } = {
  "session.started": "be started",
  "section.opened": "open a section",
  "answer.saved": "take answers",
  "answer.late": "take answers",
  "section.closed": "close a section",
  "session.submitted": "be submitted",
  "accommodation.granted": "get extra time",
  "accommodation.requested": "be asked for extra time",
  "accommodation.declined": "have extra time declined",
  "link.reissued": "get a new link",
  "session.extended": "be extended",
  "grade.recorded": "be graded",
  "advice.recorded": "get advice",
  "result.computed": "be scored",
  "session.expired": "expire",
  "session.canceled": "be canceled",
  "session.withdrawn": "be withdrawn",
  "session.voided": "be voided",
  "scorecard.locked": "take scorecards",
  "consensus.recorded": "take a consensus",
  "flag.raised": "take red flags",
  "flag.confirmed": "have red flags confirmed",
  "flag.lifted": "have red flags lifted",
  "flag.overridden": "have red flags overridden",
  "review.opened": "be reviewed",
  "objection.raised": "take an objection",
  "session.regraded": "be regraded",
  "session.finalized": "be finalized",
  "decision.made": "be decided",
  "session.held": "be held",
  "session.released": "be released",
  "session.erased": "be erased",
  "erasure.completed": "be erased",
};

const WORDS: { readonly [S in SessionStatus]: string } = {
  invited: "was not started yet",
  in_progress: "is in progress",
  grading: "is submitted and being graded",
  scored: "is scored",
  finalized: "is finalized",
  decided: "is decided",
  expired: "was not started in time",
  canceled: "was canceled",
  withdrawn: "was withdrawn by the candidate",
  voided: "was voided",
  erased: "was erased",
};

export const isLegal = (status: SessionStatus, kind: keyof typeof LEGAL_IN): boolean => LEGAL_IN[kind].includes(status);

/** @throws Refusal `wrong_status` (or `session_expired`) with the status, where the fact isn't legal now. */
export function requireLegal(state: SessionState, kind: keyof typeof LEGAL_IN): void {
  if (isLegal(state.status, kind)) return;
  const code = state.status === "expired" ? "session_expired" : "wrong_status";
  throw new Refusal(code, `The session ${WORDS[state.status]}; it can't ${DEEDS[kind]}.`, {
    data: { session_status: state.status },
  });
}
