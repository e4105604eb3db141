import { decideAccommodate } from "../domain/session/decide-time.ts";
import type { Accommodation } from "../domain/session/facts.ts";
import { headOf, type SessionSummary, summaryOf } from "../domain/session/head.ts";
import type { Ports } from "./ports.ts";

/** Grants extra time, also while a section runs. @throws Refusal `session_not_found`, `wrong_status`, `invalid_accommodation` */
export const accommodateSession =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string; accommodation: Accommodation | null; actor: string }): Promise<SessionSummary> => {
    const { state } = await ports.sessions.change(input.session, (situation) => decideAccommodate(situation, input));
    return summaryOf(headOf(state, null));
  };
