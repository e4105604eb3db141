import { createApiKey } from "#shared/use-cases/create-api-key.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveCreateApiKey = (ports: PortsOf<typeof createApiKey>): Serve<"create-api-key"> => {
  const useCase = createApiKey(ports);
  return ({ caller, body, mint }) => useCase({ ...body, granted: caller.scopes, actor: caller.id, mint });
};
