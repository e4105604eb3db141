import { Refusal } from "../foundation/refusal.ts";
import { interviewsAreIn } from "../interview/interviews.ts";
import { ratingGaps } from "../scoring/inputs.ts";
import { lockedRatings } from "../scoring/locked-ratings.ts";
import { SYSTEM } from "./actors.ts";
import { followsRecommendation } from "./follows.ts";
import type { Outcome } from "./people-facts.ts";
import { type Decision, NOTHING, type Situation } from "./state.ts";
import { requireLegal } from "./transitions.ts";
import { withResult } from "./with-result.ts";

/**
 * The interviews are in: the result becomes final. Finalizing again changes nothing.
 *
 * @throws Refusal `wrong_status`, `ratings_missing` with the gaps
 */
export function decideFinalize(situation: Situation, { actor }: { actor: string }): Decision {
  const { state, playbook, now } = situation;
  if (state.status === "finalized" || state.status === "decided") return NOTHING;
  requireLegal(state, "session.finalized");
  const gaps = ratingGaps(playbook, lockedRatings(state));
  if (gaps.length > 0) {
    const names = gaps.map(({ question }) => question).join(", ");
    throw new Refusal("ratings_missing", `Ratings are still missing for: ${names}.`, { data: { gaps } });
  }
  return withResult(situation, [{ kind: "session.finalized", at: now, actor, payload: {} }]);
}

/** The result becomes final by itself once the interviews are in and agree; until then nothing changes. */
export function decideFinalWhenDue(situation: Situation): Decision {
  const { state, playbook } = situation;
  const due = state.status === "scored" && interviewsAreIn(state, playbook);
  return due ? decideFinalize(situation, { actor: SYSTEM }) : NOTHING;
}

/**
 * A person decides. A reason is needed where the outcome departs from the recommendation, and for changing a decision.
 *
 * @throws Refusal `wrong_status`, `reason_required`
 */
export function decideOutcome(
  situation: Situation,
  { outcome, reason, actor }: { outcome: Outcome; reason: string | null; actor: string },
): Decision {
  const { state, now } = situation;
  requireLegal(state, "decision.made");
  const { recommendation, version } = state.results.at(-1)!;
  if (reason === null && !followsRecommendation(outcome, recommendation)) {
    const detail = `The recommendation is ${recommendation ?? "none"}; to decide "${outcome}" takes a reason.`;
    throw new Refusal("reason_required", detail, { data: { recommendation } });
  }
  if (reason === null && state.decisions.length > 0) {
    throw new Refusal("reason_required", "To change a decision takes a reason.", { data: { recommendation } });
  }
  const payload = { outcome, reason, result: version!, recommendation };
  return { facts: [{ kind: "decision.made", at: now, actor, payload }] };
}
