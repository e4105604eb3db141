import type { OutboxEvent } from "#shared/domain/events/event.ts";
import { wants } from "#shared/domain/events/matching.ts";

/** What a receiver saw, and what it answered. */
export type Arrival = { url: string; id: string; body: string; status: number };

type Evidence = {
  committed: readonly OutboxEvent[];
  arrivals: readonly Arrival[];
  feed: readonly OutboxEvent[];
  /** What each endpoint wants, in the order of the endpoints. */
  wanted: readonly string[][];
};

/** Everything that was promised of events and didn't come true, in words. */
export function brokenDeliveries({ committed, arrivals, feed, wanted }: Evidence): string[] {
  const atEndpoints = wanted.flatMap((patterns, place) => {
    const url = `https://${place}.example.com/`;
    const arrived = arrivals.filter((arrival) => arrival.url === url);
    const due = committed.filter(({ type }) => wants(patterns, type));
    return [...lost(due, arrived), ...invented(due, arrived), ...outOfOrder(due, arrived)].map((w) => `${url} ${w}`);
  });
  return [...atEndpoints, ...feedFaults(committed, feed)];
}

const lost = (due: readonly OutboxEvent[], arrived: readonly Arrival[]): string[] =>
  due
    .filter(({ id }) => !arrived.some((arrival) => arrival.id === id && arrival.status === 200))
    .map(({ stream, sequence }) => `never got ${stream} ${sequence}`);

const invented = (due: readonly OutboxEvent[], arrived: readonly Arrival[]): string[] =>
  arrived
    .filter(({ id, body }) => !due.some((event) => event.id === id && event.body === body))
    .map(({ id }) => `got ${id}, which it isn't due`);

/** The first attempts of a session's events are begun in their order. */
function outOfOrder(due: readonly OutboxEvent[], arrived: readonly Arrival[]): string[] {
  const byId = new Map(due.map((event) => [event.id, event]));
  const first = [...new Set(arrived.map(({ id }) => id))].flatMap((id) => byId.get(id) ?? []);
  return [...Map.groupBy(first, ({ stream }) => stream)]
    .filter(([, events]) => !isRising(events))
    .map(([stream, events]) => `first got ${stream} as ${events.map(({ sequence }) => sequence).join(", ")}`);
}

function feedFaults(committed: readonly OutboxEvent[], feed: readonly OutboxEvent[]): string[] {
  const ids = (events: readonly OutboxEvent[]) => JSON.stringify(events.map(({ id }) => id).sort());
  const faults = ids(feed) === ids(committed) ? [] : ["the feed holds other events than were committed"];
  const unordered = [...Map.groupBy(feed, ({ stream }) => stream).values()].some((events) => !isRising(events));
  return unordered ? [...faults, "the feed turns a session's events round"] : faults;
}

const isRising = (events: readonly OutboxEvent[]): boolean =>
  events.every(({ sequence }, index) => index === 0 || sequence > events[index - 1]!.sequence);
