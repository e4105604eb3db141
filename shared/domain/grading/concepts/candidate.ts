import { type CandidateSide, commonView, parseText } from "../candidate-side.ts";
import type { ConceptsPart } from "./schema.ts";

/** What the candidate's page may know of an explanation. */
export const conceptsCandidate: CandidateSide<ConceptsPart, string> = {
  view: (item) => commonView(item),
  parseAnswer: (_item, value) => parseText(value),
};
