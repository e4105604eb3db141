import { testWebhookEndpoint } from "#shared/use-cases/test-webhook-endpoint.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveTestWebhookEndpoint = (
  ports: PortsOf<typeof testWebhookEndpoint>,
): Serve<"test-webhook-endpoint"> => {
  const useCase = testWebhookEndpoint(ports);
  return ({ parameters, mint }) => useCase({ ...parameters, mint });
};
