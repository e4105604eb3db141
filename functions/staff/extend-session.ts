import { extendSession } from "#shared/use-cases/extend-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveExtendSession = (ports: PortsOf<typeof extendSession>): Serve<"extend-session"> => {
  const useCase = extendSession(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.actor.id });
};
