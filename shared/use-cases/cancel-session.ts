import { decideCancel } from "../domain/session/decide-end.ts";
import { headOf, type SessionSummary, summaryOf } from "../domain/session/head.ts";
import type { Ports } from "./ports.ts";

/** Takes an invitation back. @throws Refusal `session_not_found`, `wrong_status` */
export const cancelSession =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string; reason: string | null; actor: string }): Promise<SessionSummary> => {
    const { state } = await ports.sessions.change(input.session, (situation) => decideCancel(situation, input));
    return summaryOf(headOf(state, null));
  };
