import { releaseSession } from "#shared/use-cases/hold-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReleaseSession = (ports: PortsOf<typeof releaseSession>): Serve<"release-session"> => {
  const useCase = releaseSession(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.actor.id });
};
