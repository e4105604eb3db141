import { add, compare, type Exact, exact, exactText, isZero, parseExact, subtract, ZERO } from "../foundation/exact.ts";
import { Refusal } from "../foundation/refusal.ts";
import type { ItemBase, WorkingLine } from "../grading/contract.ts";
import type { RecordedGrade, Review } from "../session/people-facts.ts";

/** The grader of a grade that a person gave. */
export const PERSON = "person/1";

/**
 * The grade that a review makes of the one before. A review of the whole item replaces it; one of a criterion moves the
 * points by the difference and leaves the others as they were.
 *
 * @throws Refusal `criterion_not_found`, `invalid_grade` for points below 0 or above what there is to earn
 */
export function reviewedGrade(item: ItemBase, current: RecordedGrade, review: Review): RecordedGrade {
  const common = { item: current.item, section: current.section, max: current.max, grader: PERSON, review };
  if (review.criterion === null) {
    const points = requirePoints(review.points, item.points);
    const working = [reviewLine(review, points, item.points)];
    return { ...common, points: exactText(points), open: "0", outcome: "graded", working, evidence: [] };
  }
  const line = criterionLine(current.working, review.criterion);
  const max = String(line.data["max"]);
  const points = requirePoints(review.points, max);
  const total = add(subtract(exact(current.points), exact(line.points ?? "0")), points);
  const open = subtract(exact(current.open), exact(String(line.data["open"] ?? "0")));
  const reviewed = {
    ...reviewLine(review, points, max),
    code: "criterion",
    data: { ...line.data, open: "0", reviewed: true },
  };
  return {
    ...common,
    points: exactText(total),
    open: exactText(open),
    outcome: isZero(open) ? "graded" : "needs_review",
    working: current.working.map((each) => (each === line ? reviewed : each)),
    evidence: current.evidence,
  };
}

/** The criteria that a grade's working names, for whoever reviews it: what there is to earn in each. */
export const criteriaOf = (working: readonly WorkingLine[]): { id: string; max: string }[] =>
  working.filter(isCriterion).map((line) => ({ id: criterionId(line), max: String(line.data["max"]) }));

const isCriterion = ({ code }: WorkingLine): boolean => code === "criterion";

/** The criterion that a line tells of, itself or by one of its checks; undefined for lines of the whole item. */
export const criterionOf = (line: WorkingLine): string | undefined =>
  line.data["criterion"] === undefined ? undefined : criterionId(line);

/** A criterion's name; within an item of parts, `part/criterion`. */
const criterionId = ({ data }: WorkingLine): string =>
  [data["part"], data["criterion"]].filter((name) => name !== undefined).join("/");

function criterionLine(working: readonly WorkingLine[], id: string): WorkingLine {
  const found = working.find((line) => isCriterion(line) && criterionId(line) === id);
  if (!found) throw new Refusal("criterion_not_found", `The grade of this answer has no criterion "${id}".`);
  return found;
}

function requirePoints(text: string, max: string): Exact {
  const points = parseExact(text);
  if (points && compare(points, ZERO) >= 0 && compare(points, exact(max)) <= 0) return points;
  throw new Refusal("invalid_grade", "These points can't be given.", {
    violations: [{ path: "points", message: `must be a number from 0 to ${max}` }],
  });
}

const reviewLine = ({ criterion, reason, quote }: Review, points: Exact, max: string): WorkingLine => ({
  code: "reviewed",
  data: { criterion, reason, quote },
  text: `${criterion === null ? "" : `${criterion}: `}${exactText(points)} of ${max} points, by a reviewer: ${reason} ("${quote}")`,
  points: exactText(points),
});
