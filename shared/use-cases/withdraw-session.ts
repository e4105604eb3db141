import { candidateItem } from "../domain/grading/candidate-sides.ts";
import { decideWithdraw } from "../domain/session/decide-end.ts";
import { type CandidateView, candidateView } from "../domain/session/view.ts";
import type { Ports } from "./ports.ts";

/** The candidate withdraws. @throws Refusal `wrong_status` */
export const withdrawSession =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string }): Promise<CandidateView> =>
    candidateView(await ports.sessions.change(input.session, decideWithdraw), candidateItem);
