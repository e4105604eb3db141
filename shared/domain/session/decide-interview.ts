import { Refusal } from "../foundation/refusal.ts";
import { disagreements } from "../interview/interviews.ts";
import { type DraftRating, lockable } from "../interview/scorecard.ts";
import { type Decision, NOTHING, type Situation } from "./state.ts";
import { requireLegal } from "./transitions.ts";
import { withResult } from "./with-result.ts";

/**
 * An interviewer locks a scorecard. It may hold some of the questions: who interviews in turns leaves the others'
 * out. A locked card stays as it is; locking it again changes nothing.
 *
 * @throws Refusal `wrong_status`, `invalid_scorecard`
 */
export function decideLock(
  situation: Situation,
  input: { interviewer: string; ratings: readonly DraftRating[] },
): Decision {
  const { state, playbook, now } = situation;
  if (state.scorecards.has(input.interviewer)) return NOTHING;
  requireLegal(state, "scorecard.locked");
  const payload = { interviewer: input.interviewer, ratings: lockable(playbook, input.ratings) };
  return withResult(situation, [{ kind: "scorecard.locked", at: now, actor: input.interviewer, payload }]);
}

/**
 * The raters of one question, who differed, agree on a rating. Their own ratings stay in their cards.
 *
 * @throws Refusal `wrong_status`, `nothing_to_reconcile`, `invalid_scorecard` for a rating off the scale
 */
export function decideConsensus(
  situation: Situation,
  input: { question: string; value: number; reason: string; actor: string },
): Decision {
  const { state, playbook, now } = situation;
  const { actor, ...payload } = input;
  requireLegal(state, "consensus.recorded");
  if (!disagreements(state, playbook).includes(input.question)) {
    throw new Refusal("nothing_to_reconcile", `No two raters of "${input.question}" differ by 2 or more.`);
  }
  const { min, max } = playbook.interview.scale;
  if (!Number.isInteger(input.value) || input.value < min || input.value > max) {
    const message = `${input.value} is not a whole number from ${min} to ${max}`;
    throw new Refusal("invalid_scorecard", "The rating is not on the scale.", {
      violations: [{ path: "value", message }],
    });
  }
  return withResult(situation, [{ kind: "consensus.recorded", at: now, actor, payload }]);
}
