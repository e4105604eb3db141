import { compare, exact, parseExact, ZERO } from "../foundation/exact.ts";
import { Refusal, type Violation } from "../foundation/refusal.ts";
import type { Grade } from "../grading/contract.ts";
import type { Playbook, Question } from "../playbook/schema.ts";
import type { FlagState, Result } from "./result.ts";

/** The part of a grade that the score rests on; the latest of each item, where one superseded another. */
export type ItemGrade = Pick<Grade, "item" | "points" | "open" | "outcome" | "working">;

/** One rater's locked rating of one question; `value` null is the mark `not assessed`. */
export type Rating = { question: string; rater: string; value: number | null };

/** The rating on which raters of one question agreed after they had differed; it replaces theirs. */
export type Consensus = { question: string; value: number };

/** One raising of a red flag (`flg_…`). A gate that fires raises its flag by itself and needs no raising here. */
export type Raising = { id: string | null; flag: string; state: FlagState; raised_by: "person" | "gate" | "item" };

/** Everything a result is computed from. Lists may come in any order; what is left out is empty or null. */
export type ScoreInputs = {
  playbook: Playbook;
  /** `final` once the interviews are in; then every question needs a rating or the mark `not assessed`. */
  stage: "provisional" | "final";
  /** An item without a grade counts 0. */
  grades: readonly ItemGrade[];
  ratings?: readonly Rating[];
  consensus?: readonly Consensus[];
  flags?: readonly Raising[];
  /** Sections that were lost through the platform's fault. */
  void_sections?: readonly string[];
  /** How the session ended, where it ended without a recommendation. */
  ended?: "voided" | "withdrawn" | null;
  session?: string | null;
  version?: number | null;
  computed_at?: string | null;
};

/** Why a final result can't be computed yet: this question has fewer raters than the policy asks for. */
export type RatingGap = { question: string; raters: number; needed: number };

/** The questions that still miss ratings, in the playbook's order. */
export function ratingGaps(playbook: Playbook, ratings: readonly Rating[]): RatingGap[] {
  const needed = playbook.policy.min_raters;
  const ratersOf = (question: Question) => ratings.filter((rating) => rating.question === question.id).length;
  return playbook.interview.questions
    .map((question) => ({ question: question.id, raters: ratersOf(question), needed }))
    .filter((gap) => gap.raters < needed);
}

/**
 * @throws Refusal `ratings_missing` for a final result with gaps, and `invalid_score_inputs` with every violation for
 * inputs that name what the playbook doesn't know, name it twice or leave its range.
 */
export function refuseBadInputs(inputs: ScoreInputs): void {
  const violations = inputViolations(inputs);
  if (violations.length > 0) {
    throw new Refusal("invalid_score_inputs", "The inputs don't fit the playbook.", { violations });
  }
  const gaps = inputs.stage === "final" ? ratingGaps(inputs.playbook, inputs.ratings ?? []) : [];
  if (gaps.length > 0) {
    const names = gaps.map((gap) => gap.question).join(", ");
    throw new Refusal("ratings_missing", `Ratings are still missing for: ${names}.`, { data: { gaps } });
  }
}

/** What inputs name that the playbook doesn't know, name twice, or give out of its range. */
export const inputViolations = (inputs: ScoreInputs): Violation[] => [
  ...gradeViolations(inputs),
  ...ratingViolations(inputs),
  ...referenceViolations(inputs),
];

function gradeViolations({ playbook, grades }: ScoreInputs): Violation[] {
  const maxima = new Map(playbook.sections.flatMap(({ items }) => items.map((item) => [item.id, item.points])));
  return [
    ...unknown(
      "grades",
      grades.map(({ item }) => item),
      new Set(maxima.keys()),
    ),
    ...repeated(
      "grades",
      grades.map(({ item }) => item),
    ),
    ...grades.flatMap((grade, index) => {
      const max = maxima.get(grade.item);
      if (max === undefined || within(grade.points, max)) return [];
      return [{ path: `grades[${index}].points`, message: `${grade.points} is not between 0 and ${max}` }];
    }),
  ];
}

function within(points: string, max: string): boolean {
  const value = parseExact(points);
  return value !== undefined && compare(value, ZERO) >= 0 && compare(value, exact(max)) <= 0;
}

function ratingViolations({ playbook, ratings = [], consensus = [] }: ScoreInputs): Violation[] {
  const questions = new Set(playbook.interview.questions.map(({ id }) => id));
  const questionOf = ({ question }: { question: string }) => question;
  return [
    ...unknown("ratings", ratings.map(questionOf), questions),
    ...unknown("consensus", consensus.map(questionOf), questions),
    ...repeated(
      "ratings",
      ratings.map(({ question, rater }) => `${question} by ${rater}`),
    ),
    ...repeated("consensus", consensus.map(questionOf)),
    ...offScale("ratings", ratings, playbook),
    ...offScale("consensus", consensus, playbook),
  ];
}

function offScale(list: string, ratings: readonly { value: number | null }[], { interview }: Playbook): Violation[] {
  const { min, max } = interview.scale;
  return ratings.flatMap(({ value }, index) =>
    value === null || (Number.isInteger(value) && value >= min && value <= max)
      ? []
      : [{ path: `${list}[${index}].value`, message: `${value} is not a whole number from ${min} to ${max}` }],
  );
}

function referenceViolations({ playbook, flags = [], void_sections = [] }: ScoreInputs): Violation[] {
  return [
    ...unknown(
      "flags",
      flags.map(({ flag }) => flag),
      new Set(playbook.red_flags.map(({ id }) => id)),
    ),
    ...unknown("void_sections", void_sections, new Set(playbook.sections.map(({ id }) => id))),
  ];
}

const NOUNS = {
  grades: "item",
  ratings: "question",
  consensus: "question",
  flags: "red flag",
  void_sections: "section",
} as const;

function unknown(list: keyof typeof NOUNS, names: readonly string[], known: ReadonlySet<string>): Violation[] {
  return names.flatMap((name, index) =>
    known.has(name) ? [] : [{ path: `${list}[${index}]`, message: `the playbook has no ${NOUNS[list]} "${name}"` }],
  );
}

function repeated(list: string, names: readonly string[]): Violation[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) === index ? [] : [{ path: `${list}[${index}]`, message: `${name} is given twice` }],
  );
}

/** The fields of a result that say whose it is. */
export const identityOf = (inputs: ScoreInputs): Pick<Result, "session" | "version" | "computed_at"> => ({
  session: inputs.session ?? null,
  version: inputs.version ?? null,
  computed_at: inputs.computed_at ?? null,
});
