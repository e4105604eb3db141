import { revokeApiKey } from "#shared/use-cases/revoke-api-key.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveRevokeApiKey = (ports: PortsOf<typeof revokeApiKey>): Serve<"revoke-api-key"> => {
  const useCase = revokeApiKey(ports);
  return async ({ caller, parameters }) => {
    await useCase({ id: parameters.key, actor: caller.id });
    return undefined;
  };
};
