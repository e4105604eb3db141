import { type CandidateSide, commonView, refuse, shownOptions } from "../candidate-side.ts";
import type { SingleChoicePart } from "./schema.ts";

/** What the candidate's page may know of a single choice. */
export const singleChoiceCandidate: CandidateSide<SingleChoicePart, string> = {
  view: (item) => ({ ...commonView(item), options: shownOptions(item.options) }),
  parseAnswer(item, value) {
    const option = item.options.find(({ id }) => id === value);
    return option ? { answer: option.id } : refuse("the answer must be the id of an option");
  },
};
