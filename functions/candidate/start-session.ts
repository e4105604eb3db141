import { startSession } from "#shared/use-cases/start-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveStartSession = (ports: PortsOf<typeof startSession>): Serve<"start-session"> => {
  const useCase = startSession(ports);
  return ({ caller, body }) => useCase({ session: caller.session, notices: body.notices });
};
