import { exact, fraction, multiply, ZERO } from "../../foundation/exact.ts";
import type { Violation } from "../../foundation/refusal.ts";
import { isPermutation } from "../choices.ts";
import type { ItemType } from "../contract.ts";
import { checkUniqueIds, commonProofs, graded, line, ofPoints, unanswered } from "../marking.ts";
import { matchingCandidate } from "./candidate.ts";
import type { MatchingPart } from "./schema.ts";

/** Left sides paired with right sides: points · right pairs / pairs. */
export const matching: ItemType<MatchingPart, Record<string, string>> = {
  type: "matching",
  grader: "matching/1",
  ...matchingCandidate,
  jobs: () => [],
  grade(item, answer) {
    if (answer === null || Object.keys(answer).length === 0) return unanswered();
    const pairs = Object.entries(item.key.pairs);
    const each = multiply(exact(item.points), fraction(1n, BigInt(pairs.length)));
    const right = pairs.filter(([left, partner]) => partnerIn(answer, left) === partner).length;
    const points = multiply(each, exact(right));
    const working = pairs.map(([left, correct]) => pairLine(left, partnerIn(answer, left), { correct, each }));
    const summary = `${right} of ${pairs.length} pairs are right: ${ofPoints(points, item.points)}.`;
    return graded(points, [...working, line("matching", summary, { right, pairs: pairs.length })]);
  },
  check: checkPairs,
  proofs: (item) => commonProofs(item, item.key.pairs),
  referenceAnswer: ({ key }) => key.pairs,
};

const partnerIn = (answer: Record<string, string>, left: string): string | null =>
  Object.hasOwn(answer, left) ? answer[left]! : null;

function pairLine(
  left: string,
  given: string | null,
  { correct, each }: { correct: string; each: ReturnType<typeof exact> },
) {
  const right = given === correct;
  const chosen = given === null ? `"${left}" has no partner` : `"${left}" goes with "${given}"`;
  const text = right ? `${chosen}: right.` : `${chosen}; right is "${correct}".`;
  return line(right ? "pair_right" : "pair_wrong", text, { left, given, correct }, right ? each : ZERO);
}

function checkPairs({ left, right, key }: MatchingPart): Violation[] {
  const [lefts, rights] = [left, right].map((side) => side.map(({ id }) => id));
  const paired = lefts!.map((id) => key.pairs[id] ?? "");
  const whole = isPermutation(Object.keys(key.pairs), lefts!) && isPermutation(paired, rights!);
  const given = whole && paired.every((id, place) => id === rights![place]);
  return [
    ...checkUniqueIds("left", left),
    ...checkUniqueIds("right", right),
    ...(whole
      ? []
      : [
          {
            path: "key.pairs",
            message: "the pairs don't join each left side to one right side",
            remedy: "pair every id once",
          },
        ]),
    ...(given
      ? [{ path: "right", message: "each right side stands beside its partner", remedy: "show them in another order" }]
      : []),
  ];
}
