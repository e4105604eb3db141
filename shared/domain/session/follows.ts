import type { Recommendation } from "../scoring/result.ts";
import type { Outcome } from "./people-facts.ts";

/** What it is to follow a recommendation. Who decides after `review` or `incomplete`, has looked and says why. */
const FOLLOWS: { readonly [O in Outcome]: readonly (Recommendation | null)[] } = {
  advance: ["advance"],
  hold: ["review", "incomplete"],
  reject: ["reject", "disqualified"],
};

/** Whether an outcome follows a recommendation; one that departs from it takes a reason. */
export const followsRecommendation = (outcome: Outcome, recommendation: Recommendation | null): boolean =>
  FOLLOWS[outcome].includes(recommendation);
