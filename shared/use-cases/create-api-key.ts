import { Refusal } from "../domain/foundation/refusal.ts";
import { type ApiKeyView, apiKeyView } from "./list-api-keys.ts";
import { organisationLog } from "./organisation-log.ts";
import type { Ports } from "./ports.ts";

export type KeyPorts = Pick<Ports, "journal" | "apiKeys" | "identity" | "clock">;

const SECRET_BYTES = 32;

export type CreateKeyInput = {
  label: string;
  scopes: readonly string[];
  /** What whoever asks may do: nobody hands out more than that. Left out: everything. */
  granted?: readonly string[] | undefined;
  actor: string;
};

/** `key` is the text to send, shown this once. */
export type CreatedKey = ApiKeyView & { key: string };

/** Makes a machine's key. Its text is given this once; only its hash is kept. @throws Refusal `forbidden` */
export const createApiKey = (ports: KeyPorts) => {
  const record = organisationLog(ports);
  return async (input: CreateKeyInput): Promise<CreatedKey> => {
    requireGranted(input);
    const { identity, clock, apiKeys } = ports;
    const [id, key] = [identity.id("key_"), `ask_${identity.secret(SECRET_BYTES)}`];
    const [label, scopes, created_at] = [input.label, [...new Set(input.scopes)], clock.now()];
    await record({ kind: "api_key.created", at: created_at, actor: input.actor, payload: { key: id, label, scopes } });
    const made = { id, label, secret_hash: identity.digest(key), scopes, created_at, revoked_at: null };
    await apiKeys.save(made);
    return { ...apiKeyView(made), key };
  };
};

function requireGranted({ scopes, granted }: CreateKeyInput): void {
  const missing = granted && scopes.find((scope) => !granted.includes(scope));
  if (missing === undefined) return;
  throw new Refusal("forbidden", `Nobody can give a scope they lack: ${missing}.`, { data: { scope: missing } });
}
