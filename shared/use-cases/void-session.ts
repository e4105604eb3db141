import { decideVoid } from "../domain/session/decide-end.ts";
import { headOf, type SessionSummary, summaryOf } from "../domain/session/head.ts";
import type { Ports } from "./ports.ts";

/** Declares a session void because of a fault of the platform. @throws Refusal `session_not_found`, `wrong_status` */
export const voidSession =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string; reason: string; actor: string }): Promise<SessionSummary> => {
    const { state } = await ports.sessions.change(input.session, (situation) => decideVoid(situation, input));
    return summaryOf(headOf(state, null));
  };
