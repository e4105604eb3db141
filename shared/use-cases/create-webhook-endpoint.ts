import { secretFrom } from "../domain/events/signature.ts";
import { Refusal } from "../domain/foundation/refusal.ts";
import type { Clock } from "../ports/clock.ts";
import type { SteadyMint } from "../ports/identity.ts";
import type { AddressPolicy, WebhookEndpoint, WebhookEndpoints } from "../ports/webhooks.ts";
import { recordOnce } from "./organisation-log.ts";
import type { Ports } from "./ports.ts";

export type CreateEndpointInput = {
  url: string;
  /** Exact types, families such as `session.*`, or `*`; everything where left out. */
  events?: readonly string[] | undefined;
  description?: string | null | undefined;
  /** Whether each attempt also carries a signature that everybody can check; not where left out. */
  public_key_signature?: boolean | undefined;
  actor: string;
  /** Where the request may come again. */
  mint?: SteadyMint | undefined;
};

/** What the API shows of an endpoint: everything but its secrets. */
export type EndpointView = Omit<WebhookEndpoint, "secrets" | "failing_since">;
/** `secret` is shown this once. */
export type CreatedEndpoint = EndpointView & { secret: string };

export type EndpointPorts = Pick<Ports, "journal" | "identity"> & { clock: Clock; endpoints: WebhookEndpoints };

export const SECRET_BYTES = 24;

/** Has events sent to an address from now on. @throws Refusal `address_refused` */
export const createWebhookEndpoint = (ports: EndpointPorts & { addressPolicy: AddressPolicy }) => {
  const record = recordOnce(ports);
  return async (input: CreateEndpointInput): Promise<CreatedEndpoint> => {
    requireAddress(ports.addressPolicy, input.url);
    const mint = input.mint ?? ports.identity;
    const [id, secret] = [mint.id("whe_"), secretFrom(mint.secret(SECRET_BYTES))];
    const earlier = input.mint?.again ? await ports.endpoints.read(id) : undefined;
    if (earlier) return { ...endpointView(earlier), secret };
    const endpoint = newEndpoint(input, { id, secret, now: ports.clock.now() });
    const { url, events, created_at: at } = endpoint;
    const payload = { endpoint: id, url, events, allowed_networks: [...ports.addressPolicy.allowed] };
    const fact = { kind: "webhook_endpoint.created", at, actor: input.actor, payload } as const;
    const created_at = await record(fact, { again: input.mint?.again });
    await ports.endpoints.save({ ...endpoint, created_at });
    return { ...endpointView({ ...endpoint, created_at }), secret };
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
