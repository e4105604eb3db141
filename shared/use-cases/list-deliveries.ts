import type { Deliveries, Delivery, DeliveryAttempt, WebhookEndpoints } from "../ports/webhooks.ts";
import { requireEndpoint } from "./delete-webhook-endpoint.ts";

/** What the API shows of a delivery; `resend`: the attempt was asked for by hand. */
export type DeliveryView = {
  id: string;
  endpoint: string;
  event: { id: string; type: string; sequence: number };
  state: Delivery["state"];
  attempts: (DeliveryAttempt & { resend: boolean })[];
  created_at: string;
};

const STANDARD_LIMIT = 50;

/** An endpoint's deliveries with all their attempts, newest first. @throws Refusal `endpoint_not_found`, `invalid_request` */
export const listDeliveries =
  ({ endpoints, deliveries }: { endpoints: WebhookEndpoints; deliveries: Deliveries }) =>
  async (input: { endpoint: string; limit?: number | undefined; cursor?: string | undefined }) => {
    const { id } = await requireEndpoint(endpoints, input.endpoint);
    const { limit = STANDARD_LIMIT, cursor } = input;
    const { data, next_cursor } = await deliveries.list(id, { limit, cursor });
    return { data: data.map(deliveryView), next_cursor };
  };

export const deliveryView = ({ id, endpoint, event, state, attempts, created_at }: Delivery): DeliveryView => ({
  id,
  endpoint,
  event: { id: event.id, type: event.type, sequence: event.sequence },
  state,
  attempts: attempts.map(({ round, ...attempt }) => ({ ...attempt, resend: round === null })),
  created_at,
});
