import { candidateItem } from "../domain/grading/candidate-sides.ts";
import { decideStart } from "../domain/session/decide-start.ts";
import { type CandidateView, candidateView } from "../domain/session/view.ts";
import type { Ports } from "./ports.ts";

/** The candidate consents and starts. @throws Refusal `wrong_status`, `session_expired` */
export const startSession =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string }): Promise<CandidateView> =>
    candidateView(await ports.sessions.change(input.session, decideStart), candidateItem);
