import { Refusal } from "../domain/foundation/refusal.ts";
import type { Deliveries, Delivery, WebhookEndpoint, WebhookEndpoints } from "../ports/webhooks.ts";
import type { Wake } from "../ports/workflow.ts";
import { type DeliveryView, deliveryView } from "./list-deliveries.ts";
import { preparing, type SendPorts, sentOnce, succeeded } from "./send-delivery.ts";

type AskPorts = {
  endpoints: WebhookEndpoints;
  deliveries: Deliveries;
  /** Asks for a delivery to be sent once more, by its id. */
  resends: Wake;
};

/**
 * Asks for one more attempt at a delivery, whatever became of it. Its schedule and its endpoint's health stay as they
 * are.
 *
 * @throws Refusal `delivery_not_found`, `endpoint_not_found`, `endpoint_disabled`
 */
export const resendDelivery =
  ({ endpoints, deliveries, resends }: AskPorts) =>
  async (input: { delivery: string }): Promise<DeliveryView> => {
    const delivery = await deliveries.read(input.delivery);
    if (!delivery) throw new Refusal("delivery_not_found", `There is no delivery "${input.delivery}".`);
    requireEnabled(await endpoints.read(delivery.endpoint), delivery.endpoint);
    await resends.wake(delivery.id);
    return deliveryView(delivery);
  };

/** @throws Refusal `endpoint_not_found`, `endpoint_disabled` */
export function requireEnabled(endpoint: WebhookEndpoint | undefined, id: string): WebhookEndpoint {
  if (!endpoint) throw new Refusal("endpoint_not_found", `There is no webhook endpoint "${id}".`);
  if (endpoint.enabled) return endpoint;
  throw new Refusal("endpoint_disabled", "The endpoint is disabled: nothing is sent to it until it is enabled.");
}

/** Makes the attempt that was asked for. A success counts as delivered; a failure changes nothing but the record. */
export const sendAgain = (ports: SendPorts) => {
  const [prepare, send] = [preparing(ports), sentOnce(ports)];
  return async (input: { delivery: string }): Promise<void> => {
    const delivery = await ports.deliveries.read(input.delivery);
    const endpoint = delivery && (await ports.endpoints.read(delivery.endpoint));
    if (!endpoint?.enabled) return;
    const { attempt } = await send(await prepare(delivery!, endpoint));
    const made = { ...attempt, round: null };
    const after = (state: Delivery["state"]) => (succeeded(attempt) ? "delivered" : state);
    await ports.deliveries.change(delivery!.id, (stored) => ({
      ...stored,
      state: after(stored.state),
      attempts: [...stored.attempts, made].slice(-MOST_KEPT),
    }));
  };
};

/** So that a delivery that is sent again for ever stays small enough to be stored. */
const MOST_KEPT = 100;
