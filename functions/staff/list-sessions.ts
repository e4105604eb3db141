import { listSessions } from "#shared/use-cases/list-sessions.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";
import { requireShownOrder, shownSession } from "./shown-session.ts";

export const serveListSessions = (ports: PortsOf<typeof listSessions>): Serve<"list-sessions"> => {
  const useCase = listSessions(ports);
  return async ({ caller, query }) => {
    requireShownOrder(query, caller);
    const page = await useCase({ ...query, jobs: caller.actor.jobs });
    return { ...page, data: page.data.map((session) => shownSession(session, caller)) };
  };
};
