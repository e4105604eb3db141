import { decideHold, decideRelease } from "../domain/session/decide-erasure.ts";
import { headOf, type SessionSummary, summaryOf } from "../domain/session/head.ts";
import type { Ports } from "./ports.ts";

type Input = { session: string; reason: string; actor: string };

/** Keeps a session from being erased, by anybody and by time. @throws Refusal `session_not_found`, `wrong_status` */
export const holdSession =
  (ports: Pick<Ports, "sessions">) =>
  async (input: Input): Promise<SessionSummary> => {
    const { state } = await ports.sessions.change(input.session, (now) => decideHold(now, input));
    return summaryOf(headOf(state, null));
  };

/** Lets a session be erased again. @throws Refusal `session_not_found`, `wrong_status` */
export const releaseSession =
  (ports: Pick<Ports, "sessions">) =>
  async (input: Input): Promise<SessionSummary> => {
    const { state } = await ports.sessions.change(input.session, (now) => decideRelease(now, input));
    return summaryOf(headOf(state, null));
  };
