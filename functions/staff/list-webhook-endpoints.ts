import { listWebhookEndpoints } from "#shared/use-cases/list-webhook-endpoints.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveListWebhookEndpoints = (
  ports: PortsOf<typeof listWebhookEndpoints>,
): Serve<"list-webhook-endpoints"> => {
  const useCase = listWebhookEndpoints(ports);
  return ({ query }) => useCase(query);
};
