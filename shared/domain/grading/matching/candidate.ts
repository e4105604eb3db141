import { type CandidateSide, commonView, members, refuse, shownOptions } from "../candidate-side.ts";
import type { MatchingPart } from "./schema.ts";

/** What the candidate's page may know of a matching. A draft may leave left sides without a partner. */
export const matchingCandidate: CandidateSide<MatchingPart, Record<string, string>> = {
  view: (item) => ({ ...commonView(item), left: shownOptions(item.left), right: shownOptions(item.right) }),
  parseAnswer(item, value) {
    const pairs = members(value);
    if (!pairs) return refuse("the answer must be {left: right}");
    const given = Object.entries(pairs).filter(([, right]) => right !== null);
    for (const [left, right] of given) {
      if (!item.left.some(({ id }) => id === left)) return refuse("there is no such left side", left);
      if (!item.right.some(({ id }) => id === right)) return refuse("there is no such right side", left);
    }
    return { answer: Object.fromEntries(given) as Record<string, string> };
  },
};
