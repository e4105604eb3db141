import { type CandidateSide, commonView, parseText } from "../candidate-side.ts";
import type { WrittenPart } from "./schema.ts";

/** What the candidate's page may know of a written task: the length asked for. */
export const writtenCandidate: CandidateSide<WrittenPart, string> = {
  view: (item) => ({
    ...commonView(item),
    ...(item.words === undefined ? {} : { words: { min: item.words.min, max: item.words.max } }),
  }),
  parseAnswer: (_item, value) => parseText(value),
};
