import { type CandidateSide, commonView, parseIds, shownOptions } from "../candidate-side.ts";
import type { RankingPart } from "./schema.ts";

/** What the candidate's page may know of a ranking. A draft may leave options unplaced. */
export const rankingCandidate: CandidateSide<RankingPart, string[]> = {
  view: (item) => ({ ...commonView(item), options: shownOptions(item.options) }),
  parseAnswer: (item, value) => parseIds(value, item.options),
};
