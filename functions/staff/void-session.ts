import { voidSession } from "#shared/use-cases/void-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveVoidSession = (ports: PortsOf<typeof voidSession>): Serve<"void-session"> => {
  const useCase = voidSession(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.actor.id });
};
