import { candidateItem } from "../domain/grading/candidate-sides.ts";
import { decideObjection } from "../domain/session/decide-objection.ts";
import { type CandidateView, candidateView } from "../domain/session/view.ts";
import type { Ports } from "./ports.ts";

/**
 * The candidate objects to one grade, once, after the decision.
 *
 * @throws Refusal `wrong_status`, `item_not_found`, `nothing_shared`, `already_objected`
 */
export const objectToGrade =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string; item: string; text: string }): Promise<CandidateView> =>
    candidateView(await ports.sessions.change(input.session, (now) => decideObjection(now, input)), candidateItem);
