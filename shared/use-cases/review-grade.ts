import type { WorkingLine } from "../domain/grading/contract.ts";
import { linesSeen, markedBy } from "../domain/review/own-marks.ts";
import type { Result } from "../domain/scoring/result.ts";
import type { Actor } from "../domain/session/actors.ts";
import { decideReview } from "../domain/session/decide-review.ts";
import type { RecordedGrade, Review } from "../domain/session/people-facts.ts";
import type { SessionState } from "../domain/session/state.ts";
import { type SignedChangePorts, signedChange } from "./signed-change.ts";

export type ReviewGradeInput = Omit<Review, "criterion"> & {
  session: string;
  item: string;
  /** Left out: the whole item. */
  criterion?: string | null | undefined;
  actor: Actor;
};

export type ReviewedGrade = { session: string; grade: RecordedGrade; previous: RecordedGrade; result: Result };

/**
 * A person grades an item or one criterion of it. The grade before it stays in the journal, and so do its results.
 *
 * @throws Refusal `session_not_found`, `item_not_found`, `criterion_not_found`, `wrong_status`, `invalid_grade`
 */
export const reviewGrade = (ports: SignedChangePorts) => {
  const change = signedChange(ports);
  return async ({ session, actor, ...input }: ReviewGradeInput): Promise<ReviewedGrade> => {
    const { item, points, reason, quote } = input;
    const marks = [{ points, reason, quote, criterion: input.criterion ?? null }];
    const { state } = await change(session, (now) => decideReview(now, { item, actor: actor.id, marks }));
    const [previous, latest] = state.gradings.get(item)!.slice(-2);
    const reviewed = { session, grade: latest!.grade, previous: previous!.grade, result: state.results.at(-1)! };
    return actor.delegate ? reviewed : blindly(reviewed, state, actor.id);
  };
};

/** Without what the machine made of that which the reviewer hasn't marked yet, and without anybody's ratings. */
function blindly({ session, grade, previous, result }: ReviewedGrade, state: SessionState, reviewer: string) {
  const marked = (item: string) => markedBy(state.gradings.get(item) ?? [], reviewer);
  const part = <Worked extends { working: WorkingLine[] }>(worked: Worked, item: string): Worked => ({
    ...worked,
    working: linesSeen(worked.working, marked(item)),
  });
  const items = result.items.filter(({ id }) => !state.reviews.has(id) || marked(id) !== "nothing");
  return {
    ...{ session, grade: part(grade, grade.item), previous: part(previous, grade.item) },
    result: {
      ...result,
      needs_reconciliation: result.needs_reconciliation.map(({ question }) => ({ question, ratings: [] })),
      items: items.map((item) => (marked(item.id) === "nothing" ? item : part(item, item.id))),
    },
  };
}
