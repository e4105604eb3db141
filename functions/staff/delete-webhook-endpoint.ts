import { deleteWebhookEndpoint } from "#shared/use-cases/delete-webhook-endpoint.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveDeleteWebhookEndpoint = (
  ports: PortsOf<typeof deleteWebhookEndpoint>,
): Serve<"delete-webhook-endpoint"> => {
  const useCase = deleteWebhookEndpoint(ports);
  return async ({ caller, parameters }) => {
    await useCase({ ...parameters, actor: caller.id });
    return undefined;
  };
};
