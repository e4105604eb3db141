import { listSessions } from "#shared/use-cases/list-sessions.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveListSessions = (ports: PortsOf<typeof listSessions>): Serve<"list-sessions"> => {
  const useCase = listSessions(ports);
  return ({ caller, query }) => useCase({ ...query, jobs: caller.actor.jobs });
};
