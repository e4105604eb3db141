import { finalizeSession } from "#shared/use-cases/finalize-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveFinalizeSession = (ports: PortsOf<typeof finalizeSession>): Serve<"finalize-session"> => {
  const useCase = finalizeSession(ports);
  return ({ caller, parameters }) => useCase({ ...parameters, actor: caller.actor });
};
