import { Refusal } from "../domain/foundation/refusal.ts";
import type { SteadyMint } from "../ports/identity.ts";
import { type ApiKeyView, apiKeyView } from "./list-api-keys.ts";
import { recordOnce } from "./organisation-log.ts";
import type { Ports } from "./ports.ts";

export type KeyPorts = Pick<Ports, "journal" | "apiKeys" | "identity" | "clock">;

const SECRET_BYTES = 32;

export type CreateKeyInput = {
  label: string;
  scopes: readonly string[];
  /** What whoever asks may do: nobody hands out more than that. Left out: everything. */
  granted?: readonly string[] | undefined;
  actor: string;
  /** Where the request may come again. */
  mint?: SteadyMint | undefined;
};

/** `key` is the text to send, shown this once. */
export type CreatedKey = ApiKeyView & { key: string };

/** Makes a machine's key. Its text is given this once; only its hash is kept. @throws Refusal `forbidden` */
export const createApiKey = (ports: KeyPorts) => {
  const record = recordOnce(ports);
  return async (input: CreateKeyInput): Promise<CreatedKey> => {
    requireGranted(input);
    const { identity, clock, apiKeys } = ports;
    const mint = input.mint ?? identity;
    const [id, key] = [mint.id("key_"), `ask_${mint.secret(SECRET_BYTES)}`];
    const secret_hash = identity.digest(key);
    const earlier = input.mint?.again ? await apiKeys.findByHash(secret_hash) : undefined;
    if (earlier) return { ...apiKeyView(earlier), key };
    const [label, scopes] = [input.label, [...new Set(input.scopes)]];
    const fact = { kind: "api_key.created", actor: input.actor, payload: { key: id, label, scopes } } as const;
    const created_at = await record({ ...fact, at: clock.now() }, { again: input.mint?.again });
    const made = { id, label, secret_hash, scopes, created_at, revoked_at: null };
    await apiKeys.save(made);
    return { ...apiKeyView(made), key };
  };
};

function requireGranted({ scopes, granted }: CreateKeyInput): void {
  const missing = granted && scopes.find((scope) => !granted.includes(scope));
  if (missing === undefined) return;
  throw new Refusal("forbidden", `Nobody can give a scope they lack: ${missing}.`, { data: { scope: missing } });
}
