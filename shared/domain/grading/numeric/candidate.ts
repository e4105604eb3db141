import { type CandidateSide, commonView, parseText } from "../candidate-side.ts";
import type { NumericPart } from "./schema.ts";

/** What the candidate's page may know of a numeric item. */
export const numericCandidate: CandidateSide<NumericPart, string> = {
  view: (item) => ({ ...commonView(item), ...(item.hint === undefined ? {} : { hint: item.hint }) }),
  parseAnswer: (_item, value) => parseText(value),
};
