import { Refusal } from "../domain/foundation/refusal.ts";
import type { WebhookEndpoint, WebhookEndpoints } from "../ports/webhooks.ts";
import type { EndpointPorts } from "./create-webhook-endpoint.ts";
import { organisationLog } from "./organisation-log.ts";

/** Sends no more events to an address; what is still waiting for it is skipped. @throws Refusal `endpoint_not_found` */
export const deleteWebhookEndpoint = (ports: EndpointPorts) => {
  const record = organisationLog(ports);
  return async (input: { endpoint: string; actor: string }): Promise<void> => {
    const { id } = await requireEndpoint(ports.endpoints, input.endpoint);
    const at = ports.clock.now();
    await record({ kind: "webhook_endpoint.deleted", at, actor: input.actor, payload: { endpoint: id } });
    await ports.endpoints.remove(id);
  };
};

/** @throws Refusal `endpoint_not_found` */
export async function requireEndpoint(endpoints: WebhookEndpoints, id: string): Promise<WebhookEndpoint> {
  const endpoint = await endpoints.read(id);
  if (!endpoint) throw new Refusal("endpoint_not_found", `There is no webhook endpoint "${id}".`);
  return endpoint;
}
