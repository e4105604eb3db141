import type { Json } from "../../foundation/json.ts";
import { bestWorstCandidate } from "../best_worst/candidate.ts";
import { type CandidateSide, commonView } from "../candidate-side.ts";
import { type PartAnswers, parsePartAnswers } from "../composite.ts";
import { conceptsCandidate } from "../concepts/candidate.ts";
import type { ItemBase } from "../contract.ts";
import { matchingCandidate } from "../matching/candidate.ts";
import { multiSelectCandidate } from "../multi_select/candidate.ts";
import { numericCandidate } from "../numeric/candidate.ts";
import { rankingCandidate } from "../ranking/candidate.ts";
import { shortTextCandidate } from "../short_text/candidate.ts";
import { singleChoiceCandidate } from "../single_choice/candidate.ts";
import { writtenCandidate } from "../written/candidate.ts";
import type { Part, PartsItem } from "./schema.ts";

const sides = {
  numeric: numericCandidate,
  short_text: shortTextCandidate,
  concepts: conceptsCandidate,
  single_choice: singleChoiceCandidate,
  multi_select: multiSelectCandidate,
  best_worst: bestWorstCandidate,
  ranking: rankingCandidate,
  matching: matchingCandidate,
  written: writtenCandidate,
} as const;
const sideOf = (part: Part): CandidateSide<ItemBase, Json> => sides[part.type];

/** What the candidate's page may know of an item of parts: each part's own view. */
export const partsCandidate: CandidateSide<PartsItem, PartAnswers> = {
  view: (item) => ({ ...commonView(item), parts: item.parts.map((part) => sideOf(part).view(part)) }),
  parseAnswer: (item, value) => parsePartAnswers(item, value, sideOf),
};
