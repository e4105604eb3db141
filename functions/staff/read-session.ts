import { readSession } from "#shared/use-cases/read-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";
import { shownSession } from "./shown-session.ts";

export const serveReadSession = (ports: PortsOf<typeof readSession>): Serve<"read-session"> => {
  const useCase = readSession(ports);
  return async ({ caller, parameters }) =>
    shownSession(await useCase({ ...parameters, jobs: caller.actor.jobs }), caller);
};
