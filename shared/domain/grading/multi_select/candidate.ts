import { type CandidateSide, commonView, parseIds, shownOptions } from "../candidate-side.ts";
import type { MultiSelectPart } from "./schema.ts";

/** What the candidate's page may know of a multiple choice. */
export const multiSelectCandidate: CandidateSide<MultiSelectPart, string[]> = {
  view: (item) => ({ ...commonView(item), options: shownOptions(item.options) }),
  parseAnswer: (item, value) => parseIds(value, item.options),
};
