import type { Result } from "../domain/scoring/result.ts";
import type { Actor } from "../domain/session/actors.ts";
import { decideReview } from "../domain/session/decide-review.ts";
import type { RecordedGrade, Review } from "../domain/session/people-facts.ts";
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
    const review = { item, points, reason, quote, criterion: input.criterion ?? null, actor: actor.id };
    const { state } = await change(session, (now) => decideReview(now, review));
    const [previous, latest] = state.gradings.get(item)!.slice(-2);
    return { session, grade: latest!.grade, previous: previous!.grade, result: state.results.at(-1)! };
  };
};
