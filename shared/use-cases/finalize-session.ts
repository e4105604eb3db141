import type { Actor } from "../domain/session/actors.ts";
import { decideFinalize } from "../domain/session/decide-final.ts";
import { headOf, type SessionSummary, summaryOf } from "../domain/session/head.ts";
import { type SignedChangePorts, signedChange } from "./signed-change.ts";

/** The interviews are in. @throws Refusal `session_not_found`, `wrong_status`, `ratings_missing` with the gaps */
export const finalizeSession = (ports: SignedChangePorts) => {
  const change = signedChange(ports);
  return async (input: { session: string; actor: Actor }): Promise<SessionSummary> => {
    const { state } = await change(input.session, (now) => decideFinalize(now, { actor: input.actor.id }));
    return summaryOf(headOf(state, null));
  };
};
