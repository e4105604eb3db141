import { Refusal } from "../foundation/refusal.ts";
import { reviewedGrade } from "../review/reviewed-grade.ts";
import { requireItem } from "./lookup.ts";
import type { Review } from "./people-facts.ts";
import type { Decision, Situation } from "./state.ts";
import { requireLegal } from "./transitions.ts";
import { withResult } from "./with-result.ts";

/**
 * A reviewer grades one criterion of an item, or the whole of it. The new grade supersedes the one before, which stays
 * in the journal.
 *
 * @throws Refusal `item_not_found`, `wrong_status`, `criterion_not_found`, `invalid_grade`
 */
export function decideReview(situation: Situation, input: Review & { item: string; actor: string }): Decision {
  const { state, playbook, now } = situation;
  const { item: id, actor, ...review } = input;
  const { item } = requireItem(playbook, id);
  requireLegal(state, "grade.recorded");
  const current = state.grades.get(id);
  if (!current || state.results.length === 0) {
    throw new Refusal("wrong_status", "The session can be reviewed once it is scored.", {
      data: { session_status: state.status },
    });
  }
  const payload = reviewedGrade(item, current, review);
  return withResult(situation, [{ kind: "grade.recorded", at: now, actor, payload }]);
}
