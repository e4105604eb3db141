import { secretFrom } from "../domain/events/signature.ts";
import { Refusal } from "../domain/foundation/refusal.ts";
import type { Clock } from "../ports/clock.ts";
import type { AddressPolicy, WebhookEndpoint, WebhookEndpoints } from "../ports/webhooks.ts";
import { organisationLog } from "./organisation-log.ts";
import type { Ports } from "./ports.ts";

export type CreateEndpointInput = {
  url: string;
  /** Exact types, families such as `session.*`, or `*`; everything where left out. */
  events?: readonly string[] | undefined;
  description?: string | null | undefined;
  /** Whether each attempt also carries a signature that everybody can check; not where left out. */
  public_key_signature?: boolean | undefined;
  actor: string;
};

/** What the API shows of an endpoint: everything but its secrets. */
export type EndpointView = Omit<WebhookEndpoint, "secrets" | "failing_since">;
/** `secret` is shown this once. */
export type CreatedEndpoint = EndpointView & { secret: string };

export type EndpointPorts = Pick<Ports, "journal" | "identity"> & { clock: Clock; endpoints: WebhookEndpoints };

export const SECRET_BYTES = 24;

/** Has events sent to an address from now on. @throws Refusal `address_refused` */
export const createWebhookEndpoint = (ports: EndpointPorts & { addressPolicy: AddressPolicy }) => {
  const record = organisationLog(ports);
  return async (input: CreateEndpointInput): Promise<CreatedEndpoint> => {
    requireAddress(ports.addressPolicy, input.url);
    const secret = secretFrom(ports.identity.secret(SECRET_BYTES));
    const endpoint = newEndpoint(input, { id: ports.identity.id("whe_"), secret, now: ports.clock.now() });
    const { id, url, events } = endpoint;
    const payload = { endpoint: id, url, events, allowed_networks: [...ports.addressPolicy.allowed] };
    await record({ kind: "webhook_endpoint.created", at: endpoint.created_at, actor: input.actor, payload });
    await ports.endpoints.save(endpoint);
    return { ...endpointView(endpoint), secret };
  };
};

/** @throws Refusal `address_refused` */
export function requireAddress(policy: AddressPolicy, url: string): void {
  const message = policy.refusal(url);
  if (message === undefined) return;
  throw new Refusal("address_refused", message, { violations: [{ path: "url", message }] });
}

function newEndpoint(
  { url, events, description, public_key_signature }: CreateEndpointInput,
  { id, secret, now }: { id: string; secret: string; now: string },
): WebhookEndpoint {
  return {
    id,
    url,
    events: [...(events ?? ["*"])],
    description: description ?? null,
    enabled: true,
    disabled_reason: null,
    failing_since: null,
    secrets: [{ secret, expires_at: null }],
    public_key_signature: public_key_signature ?? false,
    created_at: now,
  };
}

export const endpointView = ({ secrets: _, failing_since: __, ...view }: WebhookEndpoint): EndpointView => view;
