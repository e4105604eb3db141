import { add, compare, divide, type Exact, exact, sum } from "../foundation/exact.ts";
import type { Question } from "../playbook/schema.ts";
import { areDisputed, areFarApart } from "./apart.ts";
import type { Rating, ScoreInputs } from "./inputs.ts";
import type { Result } from "./result.ts";

/**
 * One question of the interview with the rating that stands for it: the mean of its raters', the consensus they
 * recorded, or the median where a third rater settled their difference.
 */
export type SettledQuestion = {
  question: Question;
  state: "rated" | "not_assessed" | "missing";
  /** On the scale of the playbook; null unless rated. */
  rating: Exact | null;
  /** The ratings that still have to be reconciled; empty where none have. */
  disputed: { rater: string; value: number }[];
};

type Given = { rater: string; value: number };

/** Every question of the playbook, in its order. */
export function settleRatings({ playbook, ratings = [], consensus = [] }: ScoreInputs): SettledQuestion[] {
  return playbook.interview.questions.map((question) => {
    const own = ratings.filter((rating) => rating.question === question.id);
    const agreed = consensus.find((candidate) => candidate.question === question.id);
    return settle(question, own, agreed?.value);
  });
}

function settle(question: Question, ratings: readonly Rating[], agreed: number | undefined): SettledQuestion {
  const given = ratings.flatMap(({ rater, value }) => (value === null ? [] : [{ rater, value }]));
  if (agreed !== undefined) return { question, state: "rated", rating: exact(agreed), disputed: [] };
  if (given.length === 0) {
    return { question, state: ratings.length > 0 ? "not_assessed" : "missing", rating: null, disputed: [] };
  }
  const values = given.map(({ value }) => value);
  return {
    question,
    state: "rated",
    rating: areFarApart(values) && given.length > 2 ? median(given) : mean(given.map(({ value }) => exact(value))),
    disputed: areDisputed(values) ? given.toSorted((a, b) => (a.rater < b.rater ? -1 : 1)) : [],
  };
}

const mean = (values: readonly Exact[]): Exact => divide(sum(values), exact(values.length));

function median(given: readonly Given[]): Exact {
  const values = given.map(({ value }) => exact(value)).sort(compare);
  const half = values.length / 2;
  if (values.length % 2 === 1) return values[Math.floor(half)]!;
  return divide(add(values[half - 1]!, values[half]!), exact("2"));
}

export const openReconciliations = (questions: readonly SettledQuestion[]): Result["needs_reconciliation"] =>
  questions
    .filter(({ disputed }) => disputed.length > 0)
    .map(({ question, disputed }) => ({ question: question.id, ratings: disputed }));
