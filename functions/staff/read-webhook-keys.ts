import { readWebhookKeys } from "#shared/use-cases/read-webhook-keys.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadWebhookKeys = (ports: PortsOf<typeof readWebhookKeys>): Serve<"read-webhook-keys"> => {
  const useCase = readWebhookKeys(ports);
  return () => useCase();
};
