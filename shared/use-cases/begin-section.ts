import { candidateItem } from "../domain/grading/candidate-sides.ts";
import { decideBegin } from "../domain/session/decide-begin.ts";
import { type CandidateView, candidateView } from "../domain/session/view.ts";
import type { Ports } from "./ports.ts";

/**
 * The candidate begins a section, ahead of the end of the pause.
 *
 * @throws Refusal `section_not_found`, `wrong_status`, `section_closed`, `section_not_ready`
 */
export const beginSection =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string; section: string }): Promise<CandidateView> => {
    const situation = await ports.sessions.change(input.session, (now) => decideBegin(now, input));
    return candidateView(situation, candidateItem);
  };
