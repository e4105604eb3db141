import { candidateItem } from "../domain/grading/candidate-sides.ts";
import { type CandidateView, candidateView } from "../domain/session/view.ts";
import type { Ports } from "./ports.ts";

/** The candidate's page, as it stands now. */
export const viewSession =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string }): Promise<CandidateView> =>
    candidateView(await ports.sessions.read(input.session), candidateItem);
