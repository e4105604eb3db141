import type { Grade } from "../grading/contract.ts";
import { dueReviews, type Sample } from "../review/due-reviews.ts";
import { sessionResult } from "../scoring/session-result.ts";
import { SYSTEM } from "./actors.ts";
import type { SessionFact } from "./facts.ts";
import { type Decision, NOTHING, type SessionState, type Situation } from "./state.ts";
import { isLegal } from "./transitions.ts";

/** Whether nothing the candidate does can change a section any more. */
export const isSettled = (state: SessionState, section: string): boolean =>
  state.status !== "invited" && (state.status !== "in_progress" || !!state.sections.get(section)?.closed);

/** Records grades, each item's once: a grade that stands is never recorded again, and none of an ended session. */
export function decideGrades({ state, now }: Situation, grades: readonly Grade[]): Decision {
  if (!isLegal(state.status, "grade.recorded")) return NOTHING;
  const missing = grades.filter((grade) => !state.grades.has(grade.item) && isSettled(state, grade.section));
  return {
    facts: missing.map((payload): SessionFact => ({ kind: "grade.recorded", at: now, actor: SYSTEM, payload })),
  };
}

/**
 * Computes the first result, once every item has its grade, and opens the reviews of those grades that need a person,
 * where there is a seed to draw a sample with; and one more where a session with a result was withdrawn or voided:
 * nothing is recommended any longer. Computing either again changes nothing.
 *
 * @throws Error while a grade is missing: a step ran out of order
 */
export function decideResult({ state, playbook, now }: Situation, sample?: Sample): Decision {
  if (state.status !== "grading" && !recommendsInVain(state)) return NOTHING;
  const missing = playbook.sections.flatMap(({ items }) => items).filter(({ id }) => !state.grades.has(id));
  if (missing.length > 0) throw new Error(`not graded yet: ${missing.map(({ id }) => id).join(", ")}`);
  const result = sessionResult(state, playbook, now);
  const facts: SessionFact[] = [{ kind: "result.computed", at: now, actor: SYSTEM, payload: result }];
  if (!sample || state.status !== "grading") return { facts };
  const payload = { seed: sample.seed, items: dueReviews(state, playbook, sample) };
  return { facts: [{ kind: "review.opened", at: now, actor: SYSTEM, payload }, ...facts] };
}

/** Whether a session ended otherwise after a result that still recommends something. */
export const recommendsInVain = ({ status, results }: SessionState): boolean =>
  (status === "withdrawn" || status === "voided") && (results.at(-1)?.recommendation ?? null) !== null;
