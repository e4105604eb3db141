import { decideSession } from "#shared/use-cases/decide-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveDecideSession = (ports: PortsOf<typeof decideSession>): Serve<"decide-session"> => {
  const useCase = decideSession(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.actor });
};
