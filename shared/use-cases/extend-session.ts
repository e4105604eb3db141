import { decideExtend } from "../domain/session/decide-time.ts";
import { headOf, type SessionSummary, summaryOf } from "../domain/session/head.ts";
import type { Ports } from "./ports.ts";

/** Moves the time until which a session may be taken. @throws Refusal `session_not_found`, `wrong_status`, `invalid_expiry` */
export const extendSession =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string; expires_at: string; actor: string }): Promise<SessionSummary> => {
    const { state } = await ports.sessions.change(input.session, (situation) => decideExtend(situation, input));
    return summaryOf(headOf(state, null));
  };
