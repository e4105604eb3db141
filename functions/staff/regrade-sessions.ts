import { regradeSessions } from "#shared/use-cases/regrade-sessions.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveRegradeSessions = (ports: PortsOf<typeof regradeSessions>): Serve<"regrade-sessions"> => {
  const useCase = regradeSessions(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.actor });
};
