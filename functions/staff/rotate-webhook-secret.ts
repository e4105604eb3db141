import { rotateWebhookSecret } from "#shared/use-cases/rotate-webhook-secret.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveRotateWebhookSecret = (
  ports: PortsOf<typeof rotateWebhookSecret>,
): Serve<"rotate-webhook-secret"> => {
  const useCase = rotateWebhookSecret(ports);
  return ({ caller, parameters, body, mint }) => useCase({ ...parameters, ...body, actor: caller.id, mint });
};
