import { followsRecommendation } from "#shared/domain/session/follows.ts";
import type { Outcome } from "#shared/domain/session/people-facts.ts";
import { type Recommendation, recommendationWords } from "./verdicts.ts";

type Standing = { recommendation: Recommendation; isChange: boolean };

/** Whether a decision takes a reason, and why. */
export function reasonNeeded(
  outcome: Outcome,
  { recommendation, isChange }: Standing,
): { is: boolean; sentence: string } {
  const said = recommendationWords(recommendation);
  if (!followsRecommendation(outcome, recommendation)) {
    return { is: true, sentence: `This departs from the recommendation (“${said}”): say why.` };
  }
  if (isChange) return { is: true, sentence: "To change a decision takes a reason." };
  return { is: false, sentence: `This follows the recommendation (“${said}”).` };
}
