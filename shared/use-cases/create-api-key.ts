import { organisationLog } from "./organisation-log.ts";
import type { Ports } from "./ports.ts";

export type KeyPorts = Pick<Ports, "journal" | "apiKeys" | "identity" | "clock">;

const SECRET_BYTES = 32;

/** Makes a machine's key. Its text is given this once; only its hash is kept. */
export const createApiKey = (ports: KeyPorts) => {
  const record = organisationLog(ports);
  return async (input: {
    label: string;
    scopes: readonly string[];
    actor: string;
  }): Promise<{ id: string; key: string }> => {
    const { identity, clock, apiKeys } = ports;
    const [id, key] = [identity.id("key_"), `ask_${identity.secret(SECRET_BYTES)}`];
    const [label, scopes, created_at] = [input.label, [...input.scopes], clock.now()];
    await record({ kind: "api_key.created", at: created_at, actor: input.actor, payload: { key: id, label, scopes } });
    await apiKeys.save({ id, label, secret_hash: identity.digest(key), scopes, created_at, revoked_at: null });
    return { id, key };
  };
};
