import type { Ports } from "./ports.ts";

export type SigningKeys = { keys: { key_id: string; algorithm: "ECDSA-P256-SHA256"; spki: string }[] };

/** The public keys with which this deployment signs journals. */
export const readKeys = (ports: Pick<Ports, "signer">) => async (): Promise<SigningKeys> => {
  const { id, spki } = await ports.signer.publicKey();
  return { keys: [{ key_id: id, algorithm: "ECDSA-P256-SHA256", spki }] };
};
