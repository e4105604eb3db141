import type { Playbook } from "../playbook/schema.ts";
import { areDisputed } from "../scoring/apart.ts";
import { ratingGaps } from "../scoring/inputs.ts";
import { lockedRatings } from "../scoring/locked-ratings.ts";
import type { SessionState } from "../session/state.ts";

/** The questions whose raters differ too much and haven't settled it yet. */
export const disagreements = (state: SessionState, { interview }: Playbook): string[] =>
  interview.questions.map(({ id }) => id).filter((id) => !state.consensus.has(id) && areDisputed(valuesOf(state, id)));

const valuesOf = (state: SessionState, question: string): number[] =>
  lockedRatings(state).flatMap((rating) => (rating.question === question ? (rating.value ?? []) : []));

/** Whether nothing is left to wait for: scorecards are locked, enough for each question, and in agreement. */
export const interviewsAreIn = (state: SessionState, playbook: Playbook): boolean =>
  state.scorecards.size > 0 &&
  ratingGaps(playbook, lockedRatings(state)).length === 0 &&
  disagreements(state, playbook).length === 0;
