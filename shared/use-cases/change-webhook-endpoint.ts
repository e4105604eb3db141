import type { AddressPolicy, WebhookEndpoint } from "../ports/webhooks.ts";
import { type EndpointPorts, type EndpointView, endpointView, requireAddress } from "./create-webhook-endpoint.ts";
import { requireEndpoint } from "./delete-webhook-endpoint.ts";
import { disableEndpoint } from "./disable-endpoint.ts";
import { organisationLog } from "./organisation-log.ts";

export type ChangeEndpointInput = {
  endpoint: string;
  url?: string | undefined;
  events?: readonly string[] | undefined;
  description?: string | null | undefined;
  enabled?: boolean | undefined;
  public_key_signature?: boolean | undefined;
  actor: string;
};

type ChangePorts = EndpointPorts & { addressPolicy: AddressPolicy };

/** Changes what is given and leaves the rest. @throws Refusal `endpoint_not_found`, `address_refused` */
export const changeWebhookEndpoint = (ports: ChangePorts) => {
  const [record, enable, disable] = [organisationLog(ports), enableWebhookEndpoint(ports), disableEndpoint(ports)];
  return async (input: ChangeEndpointInput): Promise<EndpointView> => {
    const standing = await requireEndpoint(ports.endpoints, input.endpoint);
    if (input.url !== undefined) requireAddress(ports.addressPolicy, input.url);
    const wanted = withChanges(standing, input);
    const { id: endpoint, url, events, public_key_signature } = wanted;
    const payload = { endpoint, url, events, public_key_signature, allowed_networks: [...ports.addressPolicy.allowed] };
    await record({ kind: "webhook_endpoint.changed", at: ports.clock.now(), actor: input.actor, payload });
    await ports.endpoints.change(endpoint, (stored) => withChanges(stored, input));
    if (input.enabled === true) return enable(input);
    if (input.enabled === false) await disable({ endpoint, reason: "by_hand", actor: input.actor });
    return endpointView(await requireEndpoint(ports.endpoints, endpoint));
  };
};

function withChanges(stored: WebhookEndpoint, input: ChangeEndpointInput): WebhookEndpoint {
  return {
    ...stored,
    url: input.url ?? stored.url,
    events: input.events ? [...input.events] : stored.events,
    description: input.description === undefined ? stored.description : input.description,
    public_key_signature: input.public_key_signature ?? stored.public_key_signature,
  };
}

/**
 * Sends events to an endpoint again, from now on; what was skipped meanwhile can be recovered.
 *
 * @throws Refusal `endpoint_not_found`
 */
export const enableWebhookEndpoint = (ports: EndpointPorts) => {
  const record = organisationLog(ports);
  return async (input: { endpoint: string; actor: string }): Promise<EndpointView> => {
    const standing = await requireEndpoint(ports.endpoints, input.endpoint);
    if (standing.enabled) return endpointView(standing);
    const { id: endpoint } = standing;
    await record({
      kind: "webhook_endpoint.enabled",
      at: ports.clock.now(),
      actor: input.actor,
      payload: { endpoint },
    });
    const health = { enabled: true, disabled_reason: null, failing_since: null };
    const changed = await ports.endpoints.change(endpoint, (stored) => ({ ...stored, ...health }));
    return endpointView(changed ?? { ...standing, ...health });
  };
};
