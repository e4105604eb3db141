import { listEvents } from "#shared/use-cases/list-events.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveListEvents = (ports: PortsOf<typeof listEvents>): Serve<"list-events"> => {
  const useCase = listEvents(ports);
  return ({ query }) => useCase(query);
};
