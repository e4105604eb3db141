import type { ExactText } from "../foundation/exact.ts";
import type { Grade } from "../grading/contract.ts";
import type { FlagState, Recommendation } from "../scoring/result.ts";

/**
 * One interviewer's word on one question: a rating with the observation it rests on, as it was said, or the mark
 * `not assessed` (`value` null) with a reason.
 */
export type CardRating =
  | { question: string; value: number; observation: string }
  | { question: string; value: null; reason: string };

/** What a reviewer judged: one criterion of an item's rubric, or (null) the whole item. */
export type Review = { criterion: string | null; points: ExactText; reason: string; quote: string };

/** A grade as the journal holds it; `review` is what it was made from, where a person made it. */
export type RecordedGrade = Grade & { review?: Review };

/** Why a grade needs a person. */
export type ReviewCause = "needs_review" | "decides_gate" | "near_band" | "sampled" | "objection";

/** What a person decided. */
export const OUTCOMES = ["advance", "hold", "reject"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type DueReview = { item: string; because: ReviewCause[] };

/** A raising of a red flag that somebody answers: by its instance, whose flag it is and who had raised it. */
export type FlagAnswer = {
  id: string;
  flag: string;
  raised_by: "person" | "gate" | "item";
  reason: string;
};

/** The facts by which people judge: interviews, reviews, red flags, and the decision. */
export type PeopleFacts = {
  "scorecard.locked": { interviewer: string; ratings: CardRating[] };
  /** The rating on which raters of one question agreed; it replaces theirs, which stay in their cards. */
  "consensus.recorded": { question: string; value: number; reason: string };
  "flag.raised": { id: string; flag: string; observation: string };
  "flag.confirmed": FlagAnswer;
  "flag.lifted": FlagAnswer;
  "flag.overridden": FlagAnswer;
  /** Grades that need a person. The seed, drawn once, picks the sample and orders the blind view. */
  "review.opened": { seed: string; items: DueReview[] };
  "objection.raised": { item: string; text: string };
  /** From here on the session is graded by this version; all of its items are those of the version it was taken with. */
  "session.regraded": { playbook: string; playbook_digest: string; reason: string };
  "session.finalized": Record<string, never>;
  "decision.made": { outcome: Outcome; reason: string | null; result: number; recommendation: Recommendation | null };
};

/** One raising, as it stands. `raiser` is null where a gate or an item raised it by itself. */
export type FlagInstance = {
  id: string;
  flag: string;
  state: FlagState;
  raised_by: FlagAnswer["raised_by"];
  raiser: string | null;
  observation: string | null;
  raised_at: string;
  /** What became of it, in order. */
  answers: { state: Exclude<FlagState, "raised">; actor: string; reason: string; at: string }[];
};
