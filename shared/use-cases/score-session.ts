import { decideResult } from "../domain/session/decide-grading.ts";
import { headSigning } from "./head-signing.ts";
import type { Ports } from "./ports.ts";

/** Computes the result of a graded session, once, and signs the journal at its submission and at its result. */
export const scoreSession = (ports: Pick<Ports, "sessions" | "signer" | "signatures">) => {
  const signHead = headSigning(ports);
  return async (input: { session: string }): Promise<void> => {
    const { state } = await ports.sessions.change(input.session, decideResult);
    for (const head of [state.submission, state.scoring]) if (head) await signHead(state, head);
  };
};
