import { type CandidateSide, commonView, members, refuse, shownOptions, strangeMember } from "../candidate-side.ts";
import type { BestWorstAnswer, BestWorstPart } from "./schema.ts";

/** What the candidate's page may know of a best/worst item. One pick may be missing; the same for both is refused. */
export const bestWorstCandidate: CandidateSide<BestWorstPart, BestWorstAnswer> = {
  view: (item) => ({ ...commonView(item), options: shownOptions(item.options) }),
  parseAnswer(item, value) {
    const picks = members(value);
    if (!picks) return refuse('the answer must be {"best": option, "worst": option}');
    const strange = strangeMember(picks, ["best", "worst"]);
    if (strange !== undefined) return refuse("there is no such pick", strange);
    const { best = null, worst = null } = picks;
    if (!isPick(item, best)) return refuse("there is no such option", "best");
    if (!isPick(item, worst)) return refuse("there is no such option", "worst");
    if (best !== null && best === worst) return refuse("the best and the worst option can't be the same", "worst");
    return { answer: { best, worst } };
  },
};

const isPick = (item: BestWorstPart, value: unknown): value is string | null =>
  value === null || item.options.some(({ id }) => id === value);
