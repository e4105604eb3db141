import { exact, fraction, maximum, multiply, ZERO } from "../../foundation/exact.ts";
import { checkOptions, namedAt } from "../choices.ts";
import type { ItemType } from "../contract.ts";
import { commonProofs, graded, line, ofPoints, unanswered } from "../marking.ts";
import { multiSelectCandidate } from "./candidate.ts";
import type { MultiSelectPart } from "./schema.ts";

/** Any number of options: points · max(0, (hits − false picks) / right options). */
export const multiSelect: ItemType<MultiSelectPart, string[]> = {
  type: "multi_select",
  grader: "multi_select/1",
  ...multiSelectCandidate,
  jobs: () => [],
  grade(item, answer) {
    if (answer === null || answer.length === 0) return unanswered();
    const correct = new Set(item.key.correct);
    const picked = item.options.map(({ id }) => id).filter((id) => answer.includes(id));
    const hits = picked.filter((id) => correct.has(id));
    const wrong = picked.filter((id) => !correct.has(id));
    const share = maximum(ZERO, fraction(BigInt(hits.length - wrong.length), BigInt(correct.size)));
    const points = multiply(exact(item.points), share);
    const data = { hits, false: wrong, missed: item.key.correct.filter((id) => !picked.includes(id)) };
    const text = `${hits.length} of ${correct.size} right options, ${wrong.length} wrong: ${ofPoints(points, item.points)}.`;
    return graded(points, [line("selection", text, data, points)]);
  },
  check: ({ options, key }) => [
    ...checkOptions(options, namedAt("key.correct", key.correct)),
    ...(new Set(key.correct).size < key.correct.length
      ? [{ path: "key.correct", message: "an option is named twice", remedy: "name each right option once" }]
      : []),
  ],
  proofs: (item) => commonProofs(item, item.key.correct),
  referenceAnswer: ({ key }) => key.correct,
};
