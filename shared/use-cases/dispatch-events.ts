import type { OutboxEvent } from "../domain/events/event.ts";
import { wants } from "../domain/events/matching.ts";
import type { Digest } from "../domain/journal/entry.ts";
import type { EventFeed } from "../ports/event-feed.ts";
import type { Outbox } from "../ports/outbox.ts";
import type { Delivery, WebhookEndpoint } from "../ports/webhooks.ts";
import { type AttemptPorts, beginningRound, retryLater } from "./attempt-delivery.ts";
import { preparing } from "./send-delivery.ts";

export type DispatchPorts = AttemptPorts & { outbox: Outbox; feed: EventFeed };

/** A delivery that was taken on so long ago and never tried was left behind by a crash; milliseconds. */
const ABANDONED = 60_000;
/** How often one run looks for events that came meanwhile; whatever is left then is the sweep's. */
const MOST_ROUNDS = 5;

/**
 * Hands the open events of a stream to the feed and to every endpoint that wants them: one delivery each, first
 * attempts begun in the order of the events and made at once. Running it any number of times, also at once, makes no
 * second delivery, and no endpoint waits for another.
 *
 * @throws AggregateError when events couldn't be handed over; they stay open, and all others are handed over
 */
export const dispatchEvents = (ports: DispatchPorts) => {
  const handOut = handingOut(ports);
  return async ({ stream }: { stream: string }): Promise<void> => {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const events = await ports.outbox.open(stream);
      if (events.length === 0) return;
      await ports.feed.publish(events);
      const { handed, failures } = await handOut(events);
      for (const event of handed) await ports.outbox.close(event);
      if (failures.length > 0) throw new AggregateError(failures, `${failures.length} deliveries couldn't be made`);
      if (handed.length === 0) return;
    }
  };
};

/** Gives the events to all endpoints at once; `handed` is what nothing of can be lost any more. */
function handingOut(ports: DispatchPorts) {
  const handDown = handingDown(ports);
  return async (events: readonly OutboxEvent[]) => {
    const endpoints = await ports.endpoints.list();
    const failures: unknown[] = [];
    const note = (error: unknown): void => void failures.push(error);
    const reached = await Promise.all(endpoints.map((endpoint) => handDown(events, endpoint, note)));
    return { handed: events.filter(({ id }) => reached.every((ids) => ids.has(id))), failures };
  };
}

/**
 * Gives one endpoint its events in their order. An attempt isn't waited for before the next is begun: a slow receiver
 * may not hold up what follows. But nothing overtakes an event that another run has taken on and not yet tried.
 *
 * @returns the ids of the events that are settled for this endpoint
 */
function handingDown(ports: DispatchPorts) {
  const begin = beginning(ports);
  return async (events: readonly OutboxEvent[], endpoint: WebhookEndpoint, note: (error: unknown) => void) => {
    const settled = new Set<string>();
    const underWay: Promise<unknown>[] = [];
    try {
      for (const event of events) {
        const begun = wants(endpoint.events, event.type) ? await begin(event, endpoint) : { done: Promise.resolve() };
        if (!begun) break;
        underWay.push(begun.done.then(() => settled.add(event.id)).catch(note));
      }
    } catch (error) {
      note(error);
    }
    await Promise.all(underWay);
    return settled;
  };
}

/** Takes a delivery on and begins what is left to do of it; undefined where another run is about to. */
function beginning(ports: DispatchPorts) {
  const [prepare, beginRound] = [preparing(ports), beginningRound(ports)];
  return async (event: OutboxEvent, endpoint: WebhookEndpoint): Promise<{ done: Promise<unknown> } | undefined> => {
    const delivery = await claim(ports, event, endpoint);
    if (!delivery) return undefined;
    if (delivery.state !== "pending") return { done: Promise.resolve() };
    if (!isUntried(delivery)) return { done: retryLater(ports, delivery) };
    const prepared = await prepare(delivery, endpoint);
    return { done: beginRound(prepared) };
  };
}

/** The delivery, unless another run has taken it on a moment ago and not tried it yet. */
async function claim(
  ports: DispatchPorts,
  event: OutboxEvent,
  endpoint: WebhookEndpoint,
): Promise<Delivery | undefined> {
  const now = ports.clock.now();
  const delivery = newDelivery(event, endpoint, { digest: ports.identity.digest, now });
  if (await ports.deliveries.create(delivery)) return delivery;
  let taken = false;
  const standing = await ports.deliveries.change(delivery.id, (stored) => {
    taken = isUntried(stored) && Date.parse(now) - Date.parse(stored.claimed_at) >= ABANDONED;
    return taken ? { ...stored, claimed_at: now } : stored;
  });
  return standing && isUntried(standing) && !taken ? undefined : standing;
}

/** What was only sent by hand has yet to begin its schedule. */
const isUntried = ({ state, attempts }: Delivery): boolean =>
  state === "pending" && attempts.every(({ round }) => round === null);

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
    round: 0,
    attempts: [],
    created_at: now,
    claimed_at: now,
  };
}
