import { Refusal } from "../domain/foundation/refusal.ts";
import type { Ports } from "./ports.ts";

/** Who calls with an API key: `id` is the journal's actor. */
export type Machine = { id: string; label: string; scopes: string[] };

/** @param input.key the whole key (`ask_…`). @throws Refusal `unauthenticated` for an unknown or revoked key */
export const authenticateMachine =
  (ports: Pick<Ports, "apiKeys" | "identity">) =>
  async (input: { key: string }): Promise<Machine> => {
    const known = input.key.startsWith("ask_") && (await ports.apiKeys.findByHash(ports.identity.digest(input.key)));
    if (!known || known.revoked_at !== null) throw new Refusal("unauthenticated", "This API key isn't valid.");
    return { id: known.id, label: known.label, scopes: known.scopes };
  };
