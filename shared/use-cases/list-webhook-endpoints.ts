import type { WebhookEndpoints } from "../ports/webhooks.ts";
import { type EndpointView, endpointView } from "./create-webhook-endpoint.ts";
import { type Page, type PageInput, pageOfAll } from "./page.ts";

/** The endpoints in the order of their making, without their secrets. */
export const listWebhookEndpoints =
  (ports: { endpoints: WebhookEndpoints }) =>
  async (input: PageInput = {}): Promise<Page<EndpointView>> => {
    const endpoints = await ports.endpoints.list();
    return pageOfAll(endpoints.map(endpointView), input, ({ created_at, id }) => `${created_at}.${id}`);
  };
