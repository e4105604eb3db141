import { listOrders } from "#shared/use-cases/ats/list-orders.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveListOrders = (ports: PortsOf<typeof listOrders>): Serve<"list-orders"> => {
  const useCase = listOrders(ports);
  return ({ query }) => useCase(query);
};
