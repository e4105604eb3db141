import { decideErase } from "../domain/session/decide-erasure.ts";
import { headOf, type SessionSummary, summaryOf } from "../domain/session/head.ts";
import type { Ports } from "./ports.ts";

/**
 * Erases a session: from here on nothing shows it any more. What is stored of it is removed at once afterwards, by
 * {@link eraseRemains}. Asking twice is asking once.
 *
 * @throws Refusal `session_not_found`, `wrong_status` while the candidate is at it, `session_held`
 */
export const eraseSession =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string; reason: string; actor: string }): Promise<SessionSummary> => {
    const { state } = await ports.sessions.change(input.session, (now) => decideErase(now, input));
    return summaryOf(headOf(state, null));
  };
