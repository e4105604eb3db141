import { checkOptions } from "../choices.ts";
import type { ItemType } from "../contract.ts";
import { commonProofs, graded, line, unanswered, wholeOrNothing } from "../marking.ts";
import { singleChoiceCandidate } from "./candidate.ts";
import type { SingleChoicePart } from "./schema.ts";

/** One option out of several. */
export const singleChoice: ItemType<SingleChoicePart, string> = {
  type: "single_choice",
  grader: "single_choice/1",
  ...singleChoiceCandidate,
  jobs: () => [],
  grade(item, answer) {
    if (answer === null) return unanswered();
    const right = answer === item.key.correct;
    const points = wholeOrNothing(item, right);
    const text = right ? `Picked "${answer}", the right one.` : `Picked "${answer}"; right is "${item.key.correct}".`;
    const data = { picked: answer, correct: item.key.correct };
    return graded(points, [line(right ? "choice_right" : "choice_wrong", text, data, points)]);
  },
  check: ({ options, key }) => checkOptions(options, [{ path: "key.correct", id: key.correct }]),
  proofs: (item) => commonProofs(item, item.key.correct),
  referenceAnswer: ({ key }) => key.correct,
};
