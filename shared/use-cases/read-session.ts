import { headOf, type SessionSummary, summaryOf } from "../domain/session/head.ts";
import type { Ports } from "./ports.ts";

/** One session as it is now. @throws Refusal `session_not_found` */
export const readSession =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string }): Promise<SessionSummary> => {
    const { state } = await ports.sessions.read(input.session);
    return summaryOf(headOf(state, null));
  };
