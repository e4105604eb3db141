import { recoverDeliveries } from "#shared/use-cases/recover-deliveries.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveRecoverDeliveries = (ports: PortsOf<typeof recoverDeliveries>): Serve<"recover-deliveries"> => {
  const useCase = recoverDeliveries(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.id });
};
