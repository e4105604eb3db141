import { buildEvent, ORGANISATION } from "../domain/events/build.ts";
import type { Clock } from "../ports/clock.ts";
import type { Identity, Mint } from "../ports/identity.ts";
import type { Deliveries, WebhookEndpoints } from "../ports/webhooks.ts";
import type { Wake } from "../ports/workflow.ts";
import { newDelivery } from "./dispatch-events.ts";
import { requireEnabled } from "./resend-delivery.ts";

export type TestEndpointPorts = {
  endpoints: WebhookEndpoints;
  deliveries: Deliveries;
  /** Asks for an attempt at a delivery, by its id. */
  attempts: Wake;
  clock: Clock;
  identity: Identity;
};

/** Sends a `ping` to one address, whatever events it wants. @throws Refusal `endpoint_not_found`, `endpoint_disabled` */
export const testWebhookEndpoint =
  (ports: TestEndpointPorts) =>
  async (input: { endpoint: string; mint?: Mint | undefined }): Promise<{ event: string; type: "ping" }> => {
    const endpoint = requireEnabled(await ports.endpoints.read(input.endpoint), input.endpoint);
    const ping = buildEvent({
      id: (input.mint ?? ports.identity).id("evt_"),
      type: "ping",
      stream: ORGANISATION,
      // It tells of no fact, so it stands before the first.
      sequence: 0,
      at: ports.clock.now(),
      data: { endpoint: endpoint.id },
    });
    const delivery = newDelivery(ping, endpoint, { digest: ports.identity.digest, now: ping.created_at });
    await ports.deliveries.create(delivery);
    await ports.attempts.wake(delivery.id);
    return { event: ping.id, type: "ping" };
  };
