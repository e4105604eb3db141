import type { WebhookEndpoints } from "../ports/webhooks.ts";
import { type EndpointView, endpointView } from "./create-webhook-endpoint.ts";
import { requireEndpoint } from "./delete-webhook-endpoint.ts";

/** One endpoint, without its secrets. @throws Refusal `endpoint_not_found` */
export const readWebhookEndpoint =
  ({ endpoints }: { endpoints: WebhookEndpoints }) =>
  async (input: { endpoint: string }): Promise<EndpointView> =>
    endpointView(await requireEndpoint(endpoints, input.endpoint));
