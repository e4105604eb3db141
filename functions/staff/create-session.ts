import { createSession } from "#shared/use-cases/create-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveCreateSession = (ports: PortsOf<typeof createSession>): Serve<"create-session"> => {
  const useCase = createSession(ports);
  return ({ caller, body, mint }) => useCase({ ...body, actor: caller.actor.id, jobs: caller.actor.jobs, mint });
};
