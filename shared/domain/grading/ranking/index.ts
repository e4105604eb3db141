import { type Exact, exact, fraction, maximum, multiply, subtract, ZERO } from "../../foundation/exact.ts";
import type { Violation } from "../../foundation/refusal.ts";
import { checkNamed, checkOptions, isPermutation, namedAt } from "../choices.ts";
import type { ItemType } from "../contract.ts";
import { commonProofs, graded, line, ofPoints, unanswered } from "../marking.ts";
import { rankingCandidate } from "./candidate.ts";
import type { RankingPart } from "./schema.ts";

/** Options in order: points · (1 − D / ⌊n²/2⌋), where D sums how many places each option is off. */
export const ranking: ItemType<RankingPart, string[]> = {
  type: "ranking",
  grader: "ranking/1",
  ...rankingCandidate,
  jobs: () => [],
  grade(item, answer) {
    if (answer === null || answer.length === 0) return unanswered();
    const first = item.key.must_be_first;
    if (first !== undefined && answer[0] !== first) {
      const text = `"${first}" has to be first, "${answer[0]}" is: 0 points.`;
      return graded(ZERO, [line("must_be_first", text, { picked: answer[0]!, correct: first }, ZERO)]);
    }
    const last = item.key.order.length - 1;
    const distance = item.key.order.reduce((sum, id, place) => sum + placesOff(answer, id, { place, last }), 0);
    const points = multiply(exact(item.points), nearness(distance, item.key.order.length));
    const data = { order: answer, correct: item.key.order, distance };
    const text = `The options are ${distance} places off in all: ${ofPoints(points, item.points)}.`;
    return graded(points, [line("ranking", text, data, points)]);
  },
  check: ({ options, key }) => [
    ...checkOptions(options, namedAt("key.order", key.order)),
    ...checkOrder(
      options.map(({ id }) => id),
      key.order,
    ),
    ...(key.must_be_first === undefined ? [] : checkNamed(options, "key.must_be_first", key.must_be_first)),
  ],
  proofs: (item) => commonProofs(item, item.key.order),
  referenceAnswer: ({ key }) => key.order,
};

/** An option left out counts as far off as it could stand. */
function placesOff(answer: string[], id: string, { place, last }: { place: number; last: number }): number {
  const given = answer.indexOf(id);
  return given < 0 ? Math.max(place, last - place) : Math.abs(given - place);
}

function nearness(distance: number, length: number): Exact {
  const furthest = BigInt(Math.floor(length ** 2 / 2));
  return maximum(ZERO, subtract(exact(1), fraction(BigInt(distance), furthest)));
}

function checkOrder(shown: string[], order: string[]): Violation[] {
  if (!isPermutation(order, shown)) {
    return [
      { path: "key.order", message: "the order doesn't name every option once", remedy: "list all options, each once" },
    ];
  }
  const given = shown.every((id, place) => id === order[place]);
  return given
    ? [{ path: "options", message: "the options are shown in the right order", remedy: "show them in another order" }]
    : [];
}
