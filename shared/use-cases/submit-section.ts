import { candidateItem } from "../domain/grading/candidate-sides.ts";
import { decideSubmit } from "../domain/session/decide-submit.ts";
import { type CandidateView, candidateView } from "../domain/session/view.ts";
import type { Ports } from "./ports.ts";

/** The candidate is done with a section early. @throws Refusal `section_not_found`, `wrong_status`, `section_not_open` */
export const submitSection =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string; section: string }): Promise<CandidateView> => {
    const situation = await ports.sessions.change(input.session, (now) => decideSubmit(now, input));
    return candidateView(situation, candidateItem);
  };
