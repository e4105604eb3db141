import { add, type Exact, exact, fraction, multiply, ZERO } from "../../foundation/exact.ts";
import { checkOptions } from "../choices.ts";
import type { ItemType, WorkingLine } from "../contract.ts";
import { commonProofs, graded, line, unanswered } from "../marking.ts";
import { bestWorstCandidate } from "./candidate.ts";
import type { BestWorstAnswer, BestWorstPart } from "./schema.ts";

/** A situational judgement: the best and the worst option, half of the points each. */
export const bestWorst: ItemType<BestWorstPart, BestWorstAnswer> = {
  type: "best_worst",
  grader: "best_worst/1",
  ...bestWorstCandidate,
  jobs: () => [],
  grade(item, answer) {
    const { best = null, worst = null } = answer ?? {};
    if (best === null && worst === null) return unanswered();
    const half = multiply(exact(item.points), fraction(1n, 2n));
    const picks = [
      pick("best", best, { correct: item.key.best, half }),
      pick("worst", worst, { correct: item.key.worst, half }),
    ];
    const points = picks.map((each) => each.points).reduce(add);
    return graded(
      points,
      picks.map((each) => each.working),
    );
  },
  check: ({ options, key }) => [
    ...checkOptions(options, [
      { path: "key.best", id: key.best },
      { path: "key.worst", id: key.worst },
    ]),
    ...(key.best === key.worst
      ? [{ path: "key.worst", message: "the best option is also the worst", remedy: "choose two different options" }]
      : []),
  ],
  proofs: (item) => commonProofs(item, bestWorst.referenceAnswer(item)),
  referenceAnswer: ({ key: { best, worst } }) => ({ best, worst }),
};

function pick(
  which: "best" | "worst",
  picked: string | null,
  { correct, half }: { correct: string; half: Exact },
): { points: Exact; working: WorkingLine } {
  const points = picked === correct ? half : ZERO;
  const verdict = picked === null ? "missing" : picked === correct ? "right" : "wrong";
  const chosen = picked === null ? `No ${which} option was picked` : `Picked "${picked}" as ${which}`;
  const text = verdict === "right" ? `${chosen}: right.` : `${chosen}; right is "${correct}".`;
  return { points, working: line(`${which}_${verdict}`, text, { picked, correct }, points) };
}
