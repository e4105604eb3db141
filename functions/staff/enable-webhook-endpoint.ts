import { enableWebhookEndpoint } from "#shared/use-cases/change-webhook-endpoint.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveEnableWebhookEndpoint = (
  ports: PortsOf<typeof enableWebhookEndpoint>,
): Serve<"enable-webhook-endpoint"> => {
  const useCase = enableWebhookEndpoint(ports);
  return ({ caller, parameters }) => useCase({ ...parameters, actor: caller.id });
};
