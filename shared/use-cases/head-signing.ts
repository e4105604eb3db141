import type { Tip } from "../domain/journal/entry.ts";
import { headText } from "../domain/journal/head.ts";
import type { SessionState } from "../domain/session/state.ts";
import type { SignedHead } from "../ports/head-signatures.ts";
import type { Ports } from "./ports.ts";

/**
 * Signs an entry of a session's journal as its head, once: the signature is kept beside the journal and given again.
 */
export const headSigning =
  (ports: Pick<Ports, "signer" | "signatures">) =>
  async (state: SessionState, { seq, hash }: Tip): Promise<SignedHead> => {
    const kept = await ports.signatures.read(state.id, seq);
    if (kept) return kept;
    const { id: key_id } = await ports.signer.publicKey();
    const text = headText({ session: state.id, seq, hash, playbook_digest: state.playbook_digest, key_id });
    const signed = { seq, hash, signature: await ports.signer.sign(text), key_id };
    await ports.signatures.save(state.id, signed);
    return signed;
  };
