import type { Pair, Verdict } from "./agree.ts";

/**
 * Quadratic weighted kappa of two graders: 1 is full agreement, 0 what chance would give. Points may be any numbers; a
 * disagreement weighs by the square of its distance.
 */
export function weightedKappa(pairs: readonly Pair[]): number {
  const distances = (a: readonly number[], b: readonly number[]) =>
    a.flatMap((one) => b.map((other) => (one - other) ** 2));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const expected = sum(
    distances(
      pairs.map(({ author }) => author),
      pairs.map(({ grader }) => grader),
    ),
  );
  const observed = sum(pairs.map(({ author, grader }) => (author - grader) ** 2));
  return expected === 0 ? 1 : 1 - (pairs.length * observed) / expected;
}

/** How a check's verdicts compare with the author's; `asked` counts those left to a person, which are not met here. */
export function checkFigures(verdicts: readonly Verdict[]) {
  const met = verdicts.filter(({ grader }) => grader === "met");
  const right = met.filter(({ author }) => author).length;
  const wanted = verdicts.filter(({ author }) => author).length;
  const asked = verdicts.filter(({ grader }) => grader === "unclear").length;
  return { precision: met.length === 0 ? 1 : right / met.length, recall: wanted === 0 ? 1 : right / wanted, asked };
}
