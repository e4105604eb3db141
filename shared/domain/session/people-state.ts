import type { CardRating, FlagInstance, Outcome, PeopleFacts, RecordedGrade, ReviewCause } from "./people-facts.ts";

/** A scorecard as it was locked; nothing changes it any more. */
export type LockedCard = { interviewer: string; ratings: readonly CardRating[]; locked_at: string };

export type AgreedRating = { question: string; value: number; reason: string; actor: string; at: string };

/** A grade that needs a person, or needed one: `closed` says who graded it after all. */
export type OpenReview = {
  item: string;
  because: readonly ReviewCause[];
  opened_at: string;
  closed: { actor: string; at: string } | null;
};

/** One grade of an item in the order in which they were recorded; the last one counts. */
export type Grading = { grade: RecordedGrade; actor: string; at: string };

export type Decided = {
  outcome: Outcome;
  reason: string | null;
  /** The result's version that was decided on, and what it recommended. */
  result: number;
  recommendation: PeopleFacts["decision.made"]["recommendation"];
  actor: string;
  at: string;
};

/** The part of a session's state that people's judgements make. */
export type PeopleState = {
  /** By interviewer. */
  scorecards: ReadonlyMap<string, LockedCard>;
  /** By question. */
  consensus: ReadonlyMap<string, AgreedRating>;
  /** By instance (`flg_…`), in the order of their raising. */
  flags: ReadonlyMap<string, FlagInstance>;
  /** By item. */
  gradings: ReadonlyMap<string, readonly Grading[]>;
  review_seed: string | null;
  /** By item. */
  reviews: ReadonlyMap<string, OpenReview>;
  objection: { item: string; text: string; at: string } | null;
  /** The later version that the session is graded by, where there is one. */
  regraded: { playbook: string; playbook_digest: string; at: string } | null;
  finalized_at: string | null;
  decisions: readonly Decided[];
};

export const NOBODY_JUDGED: PeopleState = {
  scorecards: new Map(),
  consensus: new Map(),
  flags: new Map(),
  gradings: new Map(),
  review_seed: null,
  reviews: new Map(),
  objection: null,
  regraded: null,
  finalized_at: null,
  decisions: [],
};

export const openReviews = ({ reviews }: Pick<PeopleState, "reviews">): OpenReview[] =>
  [...reviews.values()].filter(({ closed }) => closed === null);

/** The version that grades a session: the one it was taken with, or a later one. */
export const gradingVersion = ({ playbook, regraded }: Pick<PeopleState, "regraded"> & { playbook: string }): string =>
  regraded?.playbook ?? playbook;
