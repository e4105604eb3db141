import { type CandidateSide, commonView, parseText } from "../candidate-side.ts";
import type { ShortTextPart } from "./schema.ts";

/** What the candidate's page may know of a short-text item. */
export const shortTextCandidate: CandidateSide<ShortTextPart, string> = {
  view: (item) => ({ ...commonView(item), ...(item.hint === undefined ? {} : { hint: item.hint }) }),
  parseAnswer: (_item, value) => parseText(value),
};
