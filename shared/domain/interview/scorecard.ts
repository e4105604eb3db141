import { Refusal, type Violation } from "../foundation/refusal.ts";
import type { Playbook } from "../playbook/schema.ts";
import type { CardRating } from "../session/people-facts.ts";

/**
 * One question of a scorecard that is being filled in. `value` is left out while only the observation is noted; `null`
 * is the mark `not assessed`, which needs a reason. A rating needs the observation that it rests on.
 */
export type DraftRating = {
  question: string;
  value?: number | null | undefined;
  observation?: string | null | undefined;
  reason?: string | null | undefined;
};

/** @throws Refusal `invalid_scorecard` with every violation of a card that is being filled in */
export function requireDraft(playbook: Playbook, ratings: readonly DraftRating[]): void {
  refuse(ratings.flatMap((rating, index) => draftViolations(playbook, ratings, { rating, index })));
}

/** The card as it is locked. @throws Refusal `invalid_scorecard` where a rating is missing or doesn't stand */
export function lockable(playbook: Playbook, ratings: readonly DraftRating[]): CardRating[] {
  requireDraft(playbook, ratings);
  if (ratings.length === 0) refuse([{ path: "ratings", message: "the card is empty" }]);
  refuse(
    ratings.flatMap(({ value }, index) =>
      value === undefined ? [violation(index, "value", "a rating or the mark `not assessed` is missing")] : [],
    ),
  );
  return ratings.map(ratingOf);
}

function ratingOf({ question, value, observation, reason }: DraftRating): CardRating {
  return typeof value === "number"
    ? { question, value, observation: observation! }
    : { question, value: null, reason: reason! };
}

type Placed = { rating: DraftRating; index: number };

function draftViolations(
  { interview }: Playbook,
  ratings: readonly DraftRating[],
  { rating, index }: Placed,
): Violation[] {
  const known = interview.questions.some(({ id }) => id === rating.question);
  const first = ratings.findIndex(({ question }) => question === rating.question);
  return [
    ...(known ? [] : [violation(index, "question", `the interview has no question "${rating.question}"`)]),
    ...(first === index ? [] : [violation(index, "question", `"${rating.question}" is given twice`)]),
    ...valueViolations(interview.scale, { rating, index }),
  ];
}

function valueViolations({ min, max }: Playbook["interview"]["scale"], { rating, index }: Placed): Violation[] {
  const { value, observation, reason } = rating;
  if (value === undefined) return [];
  if (value === null) {
    return isBlank(reason) ? [violation(index, "reason", "the mark `not assessed` needs a reason")] : [];
  }
  const onScale = Number.isInteger(value) && value >= min && value <= max;
  return [
    ...(onScale ? [] : [violation(index, "value", `${value} is not a whole number from ${min} to ${max}`)]),
    ...(isBlank(observation) ? [violation(index, "observation", "a rating needs a quoted observation")] : []),
  ];
}

const isBlank = (text: string | null | undefined): boolean => (text ?? "").trim() === "";

const violation = (index: number, field: string, message: string): Violation => ({
  path: `ratings[${index}].${field}`,
  message,
});

function refuse(violations: Violation[]): void {
  if (violations.length === 0) return;
  throw new Refusal("invalid_scorecard", "The scorecard can't be taken as it is.", { violations });
}
