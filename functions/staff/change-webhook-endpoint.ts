import { changeWebhookEndpoint } from "#shared/use-cases/change-webhook-endpoint.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveChangeWebhookEndpoint = (
  ports: PortsOf<typeof changeWebhookEndpoint>,
): Serve<"change-webhook-endpoint"> => {
  const useCase = changeWebhookEndpoint(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.id });
};
