import { listDeliveries } from "#shared/use-cases/list-deliveries.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveListDeliveries = (ports: PortsOf<typeof listDeliveries>): Serve<"list-deliveries"> => {
  const useCase = listDeliveries(ports);
  return ({ parameters, query }) => useCase({ ...parameters, ...query });
};
