import { readWebhookEndpoint } from "#shared/use-cases/read-webhook-endpoint.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadWebhookEndpoint = (
  ports: PortsOf<typeof readWebhookEndpoint>,
): Serve<"read-webhook-endpoint"> => {
  const useCase = readWebhookEndpoint(ports);
  return ({ parameters }) => useCase(parameters);
};
