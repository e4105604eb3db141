import type { OutboxEvent } from "../domain/events/event.ts";
import { wants } from "../domain/events/matching.ts";
import type { Digest } from "../domain/journal/entry.ts";
import type { Outbox } from "../ports/outbox.ts";
import type { Delivery, WebhookEndpoint } from "../ports/webhooks.ts";
import { type AttemptPorts, attemptDelivery, retryLater } from "./attempt-delivery.ts";

export type DispatchPorts = AttemptPorts & { outbox: Outbox };

/** A delivery that was made so long ago and never tried was left behind by a crash; milliseconds. */
const ABANDONED = 60_000;

/** One event's delivery to one endpoint; `ours` unless another run has just made it and is about to try it. */
type Claim = { delivery: Delivery; ours: boolean };

/**
 * Hands the open events of a stream to every endpoint that wants them: one delivery each, first attempts started in the
 * order of the events and made at once. Running it any number of times, also at once, makes no second delivery.
 *
 * @throws AggregateError when events couldn't be handed over; they stay open, and all others are handed over
 */
export const dispatchEvents = (ports: DispatchPorts) => {
  const handOver = handing(ports);
  return async ({ stream }: { stream: string }): Promise<void> => {
    const [events, endpoints] = await Promise.all([ports.outbox.open(stream), ports.endpoints.list()]);
    const failures: unknown[] = [];
    const underWay: Promise<unknown>[] = [];
    for (const event of events) {
      const wanting = endpoints.filter((endpoint) => wants(endpoint.events, event.type));
      const claims = await Promise.all(wanting.map((endpoint) => claim(ports, event, endpoint)));
      // Not waited for: a slow receiver may not hold up the next event.
      underWay.push(handOver(event, claims).catch((error: unknown) => failures.push(error)));
    }
    await Promise.all(underWay);
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} events couldn't be handed over`);
  };
};

/** Tries what is to be tried, and closes the event when nothing of it can be lost any more. */
function handing(ports: DispatchPorts) {
  const attempt = attemptDelivery(ports);
  const advance = async ({ id, state, attempts }: Delivery): Promise<void> => {
    if (state !== "pending") return;
    if (attempts.length === 0) await attempt({ delivery: id });
    else await retryLater(ports, { id, attempts });
  };
  return async (event: OutboxEvent, claims: readonly Claim[]): Promise<void> => {
    await Promise.all(claims.filter(({ ours }) => ours).map(({ delivery }) => advance(delivery)));
    if (claims.every(({ ours }) => ours)) await ports.outbox.close(event);
  };
}

async function claim(ports: DispatchPorts, event: OutboxEvent, endpoint: WebhookEndpoint): Promise<Claim> {
  const now = ports.clock.now();
  const delivery = newDelivery(event, endpoint, { digest: ports.identity.digest, now });
  if (await ports.deliveries.create(delivery)) return { delivery, ours: true };
  const standing = (await ports.deliveries.read(delivery.id)) ?? delivery;
  const untried = standing.state === "pending" && standing.attempts.length === 0;
  const age = Date.parse(now) - Date.parse(standing.created_at);
  return { delivery: standing, ours: !untried || age >= ABANDONED };
}

/** The delivery of an event to an endpoint: its id is derived from both. A disabled endpoint's are skipped. */
export function newDelivery(
  event: OutboxEvent,
  endpoint: WebhookEndpoint,
  { digest, now }: { digest: Digest; now: string },
): Delivery {
  const { id, type, body, sequence, stream } = event;
  return {
    id: `dlv_${digest(`${id} ${endpoint.id}`).slice(0, 26)}`,
    endpoint: endpoint.id,
    event: { id, type, body, sequence, stream },
    state: endpoint.enabled ? "pending" : "skipped",
    attempts: [],
    created_at: now,
  };
}
