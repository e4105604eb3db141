import { Refusal } from "../foundation/refusal.ts";
import { markedBy } from "../review/own-marks.ts";
import { criteriaOf, reviewedGrade } from "../review/reviewed-grade.ts";
import type { SessionFact } from "./facts.ts";
import { requireItem } from "./lookup.ts";
import type { Review } from "./people-facts.ts";
import type { Grading } from "./people-state.ts";
import type { Decision, Situation } from "./state.ts";
import { requireLegal } from "./transitions.ts";
import { withResult } from "./with-result.ts";

/** What a person gives an item: marks of its criteria, or one of the whole. */
export type Reviewing = { item: string; actor: string; marks: readonly Review[] };

/**
 * A reviewer grades one criterion of an item, several at once, or the whole of it. Each new grade supersedes the one
 * before, which stays in the journal.
 *
 * @throws Refusal `item_not_found`, `wrong_status`, `criterion_not_found`, `invalid_grade`
 */
export function decideReview(situation: Situation, { item: id, actor, marks }: Reviewing): Decision {
  const { state, playbook, now } = situation;
  const { item } = requireItem(playbook, id);
  requireLegal(state, "grade.recorded");
  let current = state.grades.get(id);
  if (!current || state.results.length === 0) {
    throw new Refusal("wrong_status", "The session can be reviewed once it is scored.", {
      data: { session_status: state.status },
    });
  }
  const facts = marks.map((review): SessionFact => {
    current = reviewedGrade(item, current!, review);
    return { kind: "grade.recorded", at: now, actor, payload: current };
  });
  return withResult(situation, facts);
}

/**
 * The same for whoever judges blind: a first review that comes has to mark the whole, or every criterion once.
 *
 * @throws Refusal as {@link decideReview} does, and `invalid_grade` with the criteria that are missing; `item_not_found`
 * for an item that waits for no person
 */
export function decideWholeReview(situation: Situation, reviewing: Reviewing): Decision {
  const { state, playbook } = situation;
  const { item, marks, actor } = reviewing;
  requireItem(playbook, item);
  if (!state.reviews.has(item)) throw new Refusal("item_not_found", `"${item}" waits for no review.`);
  const gradings = state.gradings.get(item) ?? [];
  const named = marks.map(({ criterion }) => criterion);
  const missing = named.includes(null) || markedBy(gradings, actor) === "all" ? [] : unmarked(gradings, named);
  if (new Set(named).size < named.length) throw refused("a criterion is marked twice");
  if (missing.length > 0) throw refused(`still to be marked: ${missing.join(", ")}`);
  return decideReview(situation, reviewing);
}

const unmarked = (gradings: readonly Grading[], named: readonly (string | null)[]): string[] =>
  criteriaOf(gradings.at(-1)?.grade.working ?? [])
    .map(({ id }) => id)
    .filter((id) => !named.includes(id));

const refused = (message: string): Refusal =>
  new Refusal("invalid_grade", "The review can't be taken as it is.", { violations: [{ path: "marks", message }] });
