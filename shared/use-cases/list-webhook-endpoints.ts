import type { WebhookEndpoints } from "../ports/webhooks.ts";
import { type EndpointView, endpointView } from "./create-webhook-endpoint.ts";

/** All endpoints in the order of their making, without their secrets. */
export const listWebhookEndpoints =
  (ports: { endpoints: WebhookEndpoints }) => async (): Promise<{ data: EndpointView[] }> => ({
    data: (await ports.endpoints.list()).map(endpointView),
  });
