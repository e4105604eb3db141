import { holdSession } from "#shared/use-cases/hold-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveHoldSession = (ports: PortsOf<typeof holdSession>): Serve<"hold-session"> => {
  const useCase = holdSession(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.actor.id });
};
