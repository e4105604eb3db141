import type { Situation } from "../domain/session/state.ts";
import { headSigning } from "./head-signing.ts";
import type { Ports } from "./ports.ts";
import type { Decide } from "./session-log.ts";

export type SignedChangePorts = Pick<Ports, "sessions" | "signer" | "signatures">;

/** Changes a session, and signs its journal at the result that stands then. */
export const signedChange = (ports: SignedChangePorts) => {
  const signHead = headSigning(ports);
  return async (session: string, decide: Decide): Promise<Situation> => {
    const situation = await ports.sessions.change(session, decide);
    if (situation.state.scoring) await signHead(situation.state, situation.state.scoring);
    return situation;
  };
};
