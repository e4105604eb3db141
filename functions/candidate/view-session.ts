import { viewSession } from "#shared/use-cases/view-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveViewSession = (ports: PortsOf<typeof viewSession>): Serve<"view-session"> => {
  const useCase = viewSession(ports);
  return ({ caller }) => useCase({ session: caller.session });
};
