import { eraseSession } from "#shared/use-cases/erase-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveEraseSession = (ports: PortsOf<typeof eraseSession>): Serve<"erase-session"> => {
  const useCase = eraseSession(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.actor.id });
};
