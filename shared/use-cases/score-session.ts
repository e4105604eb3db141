import { decideFinalWhenDue } from "../domain/session/decide-final.ts";
import { decideResult } from "../domain/session/decide-grading.ts";
import { headSigning } from "./head-signing.ts";
import type { Ports } from "./ports.ts";

const SEED_BYTES = 16;

/**
 * Computes the result of a graded session, once, and with it opens the reviews that are due; makes it final once the
 * interviews are in; and signs the journal at its submission and at its result.
 */
export const scoreSession = (ports: Pick<Ports, "sessions" | "signer" | "signatures" | "identity">) => {
  const signHead = headSigning(ports);
  return async (input: { session: string }): Promise<void> => {
    const sample = { seed: ports.identity.secret(SEED_BYTES), digest: ports.identity.digest };
    await ports.sessions.change(input.session, (now) => decideResult(now, sample));
    const { state } = await ports.sessions.change(input.session, decideFinalWhenDue);
    for (const head of [state.submission, state.scoring]) if (head) await signHead(state, head);
  };
};
