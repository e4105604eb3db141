import { add, divide, type Exact, exact, HUNDRED, isZero, multiply, subtract, sum, ZERO } from "../foundation/exact.ts";
import type { Category, Playbook } from "../playbook/schema.ts";
import type { Mark } from "./marks.ts";
import type { SettledQuestion } from "./ratings.ts";

/** All that speaks for one category: its items with their shares, and its questions. */
export type CategoryEvidence = {
  category: Category;
  weight: Exact;
  /** `assessment_share`; 1 where the playbook asks the category no question, 0 where it has no item for it. */
  assessmentShare: Exact;
  items: { mark: Mark; share: Exact }[];
  questions: SettledQuestion[];
  scale: { min: Exact; max: Exact };
};

const ONE = exact("1");

/** The evidence of every category, in the playbook's order. */
export function evidenceOf(
  playbook: Playbook,
  marks: readonly Mark[],
  questions: readonly SettledQuestion[],
): CategoryEvidence[] {
  const scale = { min: exact(playbook.interview.scale.min), max: exact(playbook.interview.scale.max) };
  return playbook.categories.map((category) => {
    const items = marks.flatMap((mark) =>
      mark.shares.filter((share) => share.category === category.id).map(({ share }) => ({ mark, share })),
    );
    const own = questions.filter(({ question }) => question.category === category.id);
    const assessmentShare = own.length === 0 ? ONE : items.length === 0 ? ZERO : exact(category.assessment_share);
    return { category, weight: exact(category.weight), assessmentShare, items, questions: own, scale };
  });
}

/** A = 100 · Σ earned·share / Σ max·share over the items that count; null where none does. */
export function assessmentFigure(
  { items }: Pick<CategoryEvidence, "items">,
  earned: (mark: Mark) => Exact = ({ points }) => points,
): Exact | null {
  const counted = items.filter(({ mark }) => mark.counts);
  return percentage(
    sum(counted.map(({ mark, share }) => multiply(earned(mark), share))),
    sum(counted.map(({ mark, share }) => multiply(mark.max, share))),
  );
}

/**
 * I = Σ weight·n / Σ weight over the questions that were assessed, n = 100·(r−min)/(max−min); null where none was.
 * `missing` is the rating to assume for questions without one; they are left out where it isn't given.
 */
export function interviewFigure({ questions, scale }: CategoryEvidence, missing?: Exact): Exact | null {
  const rated = questions.flatMap(({ question, state, rating }) => {
    const value = state === "missing" ? (missing ?? null) : rating;
    return value === null ? [] : [{ weight: exact(question.weight), value }];
  });
  return percentage(
    sum(rated.map(({ weight, value }) => multiply(weight, subtract(value, scale.min)))),
    sum(rated.map(({ weight }) => multiply(weight, subtract(scale.max, scale.min)))),
  );
}

/** C = a·A + (1−a)·I; the one that exists where the other doesn't; null where neither does. */
export function categoryFigure(
  { assessmentShare }: Pick<CategoryEvidence, "assessmentShare">,
  assessment: Exact | null,
  interview: Exact | null,
): Exact | null {
  if (assessment === null) return interview;
  if (interview === null) return assessment;
  return add(multiply(assessmentShare, assessment), multiply(subtract(ONE, assessmentShare), interview));
}

/**
 * Σ weight·figure / Σ weight over the categories that have a figure: F (where all have one, Σ weight is 100) and F_p.
 * Null where no category has one.
 */
export function weightedMean(figures: readonly { weight: Exact; figure: Exact | null }[]): Exact | null {
  const present = figures.flatMap(({ weight, figure }) => (figure === null ? [] : [{ weight, figure }]));
  const weights = sum(present.map(({ weight }) => weight));
  if (isZero(weights)) return null;
  return divide(sum(present.map(({ weight, figure }) => multiply(weight, figure))), weights);
}

/** Σ w·(a + (1−a)·share of the category's question weight that was assessed), in %. A lost assessment covers nothing. */
export function coverage(evidence: readonly CategoryEvidence[]): Exact {
  return sum(
    evidence.map((one) => {
      const fromAssessment = assessmentFigure(one) === null ? ZERO : one.assessmentShare;
      const fromInterview = multiply(subtract(ONE, one.assessmentShare), assessedShare(one));
      return multiply(one.weight, add(fromAssessment, fromInterview));
    }),
  );
}

function assessedShare({ questions }: CategoryEvidence): Exact {
  const weigh = (some: readonly SettledQuestion[]) => sum(some.map(({ question }) => exact(question.weight)));
  const all = weigh(questions);
  return isZero(all) ? ZERO : divide(weigh(questions.filter(({ state }) => state === "rated")), all);
}

/** F with every missing rating at the lowest, and with every missing rating and every open point at the highest. */
export function bounds(evidence: readonly CategoryEvidence[]): { low: Exact; high: Exact } {
  const total = (earned: (mark: Mark) => Exact, missing: "min" | "max") =>
    weightedMean(
      evidence.map((one) => ({
        weight: one.weight,
        figure: categoryFigure(one, assessmentFigure(one, earned), interviewFigure(one, one.scale[missing])),
      })),
    );
  return {
    low: total(({ points }) => points, "min") ?? ZERO,
    high: total(({ highest }) => highest, "max") ?? HUNDRED,
  };
}

const percentage = (part: Exact, whole: Exact): Exact | null =>
  isZero(whole) ? null : multiply(HUNDRED, divide(part, whole));
