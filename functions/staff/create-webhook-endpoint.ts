import { createWebhookEndpoint } from "#shared/use-cases/create-webhook-endpoint.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveCreateWebhookEndpoint = (
  ports: PortsOf<typeof createWebhookEndpoint>,
): Serve<"create-webhook-endpoint"> => {
  const useCase = createWebhookEndpoint(ports);
  return ({ caller, body, mint }) => useCase({ ...body, actor: caller.id, mint });
};
