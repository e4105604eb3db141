import type { Playbook } from "../playbook/schema.ts";
import { ratingGaps } from "../scoring/inputs.ts";
import { agreedRatings, lockedRatings } from "../scoring/locked-ratings.ts";
import { openReconciliations, settleRatings } from "../scoring/ratings.ts";
import type { Result } from "../scoring/result.ts";
import type { SessionState } from "../session/state.ts";

/** The questions whose raters differ too much and haven't settled it yet. */
export const disagreements = (state: SessionState, playbook: Playbook): Result["needs_reconciliation"] =>
  openReconciliations(
    settleRatings({
      playbook,
      stage: "provisional",
      grades: [],
      ratings: lockedRatings(state),
      consensus: agreedRatings(state),
    }),
  );

/** Whether nothing is left to wait for: scorecards are locked, enough for each question, and in agreement. */
export const interviewsAreIn = (state: SessionState, playbook: Playbook): boolean =>
  state.scorecards.size > 0 &&
  ratingGaps(playbook, lockedRatings(state)).length === 0 &&
  disagreements(state, playbook).length === 0;
