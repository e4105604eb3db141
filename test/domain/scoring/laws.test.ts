import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, exact } from "#shared/domain/foundation/exact.ts";
import { canonicalJson } from "#shared/domain/foundation/json.ts";
import type { ItemGrade, ScoreInputs } from "#shared/domain/scoring/inputs.ts";
import { score } from "#shared/domain/scoring/score.ts";
import { BASE_POINTS, BASE_RATINGS } from "#test/builders/score-inputs.ts";
import { shippedNumbers } from "#test/builders/shipped-numbers.ts";

const playbook = shippedNumbers();
const maxima = new Map(playbook.sections.flatMap(({ items }) => items.map(({ id, points }) => [id, points])));
const raters = ["usr_one", "usr_two", "usr_three"];

const gradeOf = (item: string): fc.Arbitrary<ItemGrade> =>
  fc
    .tuple(fc.nat(12), fc.constantFrom<ItemGrade["outcome"]>("graded", "graded", "needs_review"))
    .map(([twelfths, outcome]) => ({
      item,
      points: `${twelfths * Number(maxima.get(item))}/12`,
      open: "0",
      outcome,
      working: [],
    }));

const grades = fc.tuple(...Object.keys(BASE_POINTS).map(gradeOf));
const rating = fc.option(fc.integer({ min: 1, max: 5 }));
const ratings = fc.tuple(
  ...Object.keys(BASE_RATINGS).flatMap((question) =>
    raters.map((rater) => rating.map((value) => ({ question, rater, value }))),
  ),
);
const stage = fc.constantFrom<ScoreInputs["stage"]>("provisional", "final");
const inputs = fc.record({ playbook: fc.constant(playbook), stage, grades, ratings });

const atLeast = (a: string | null, b: string | null) => compare(exact(a!), exact(b!)) >= 0;

describe("laws of the score", () => {
  test("the same inputs in any order give the same bytes", () => {
    fc.assert(
      fc.property(inputs, fc.nat(50), (given, turn) => {
        const rotate = <T>(list: readonly T[]) => [
          ...list.slice(turn % list.length),
          ...list.slice(0, turn % list.length),
        ];
        const turned = { ...given, grades: rotate(given.grades).reverse(), ratings: rotate(given.ratings) };
        expect(canonicalJson(score(turned))).toBe(canonicalJson(score(given)));
      }),
      { numRuns: 150 },
    );
  });

  test("more points never lower the score or its bounds", () => {
    fc.assert(
      fc.property(inputs, fc.nat(7), (given, index) => {
        const raised = given.grades.map((grade, at) =>
          at === index ? { ...grade, points: maxima.get(grade.item)! } : grade,
        );
        const [before, after] = [score(given), score({ ...given, grades: raised })];
        expect(atLeast(after.score, before.score)).toBe(true);
        expect(atLeast(after.bounds.low, before.bounds.low) && atLeast(after.bounds.high, before.bounds.high)).toBe(
          true,
        );
      }),
      { numRuns: 150 },
    );
  });

  test("every figure lies between 0 and 100, and a final score between its bounds", () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { score: total, bounds, coverage, categories } = score(given);
        const figures = [total, bounds.low, bounds.high, coverage, ...categories.map(({ assessment }) => assessment)];
        for (const figure of figures) expect(atLeast(figure, "0") && atLeast("100", figure)).toBe(true);
        if (given.stage === "final") expect(atLeast(total, bounds.low) && atLeast(bounds.high, total)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
