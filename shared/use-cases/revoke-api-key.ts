import { Refusal } from "../domain/foundation/refusal.ts";
import type { KeyPorts } from "./create-api-key.ts";
import { organisationLog } from "./organisation-log.ts";

/** Ends a key at once; one that has ended already stays as it is. @throws Refusal `key_not_found` */
export const revokeApiKey = (ports: KeyPorts) => {
  const record = organisationLog(ports);
  return async (input: { id: string; actor: string }): Promise<void> => {
    const known = (await ports.apiKeys.list()).find(({ id }) => id === input.id);
    if (!known) throw new Refusal("key_not_found", `There is no API key "${input.id}".`);
    if (known.revoked_at !== null) return;
    const revoked_at = ports.clock.now();
    await record({ kind: "api_key.revoked", at: revoked_at, actor: input.actor, payload: { key: known.id } });
    await ports.apiKeys.save({ ...known, revoked_at });
  };
};
