import type { Deliveries, Delivery, RetrySchedule } from "../ports/webhooks.ts";
import type { EndpointPorts } from "./create-webhook-endpoint.ts";
import { organisationLog } from "./organisation-log.ts";
import { requireEnabled } from "./resend-delivery.ts";

export type RecoverInput = {
  endpoint: string;
  /** The times between which the deliveries were made, both included. */
  since: string;
  /** Now where left out. */
  until?: string | null | undefined;
  actor: string;
};

/** `next_since`: where to go on, because there is more than is recovered at once; null where that was all. */
export type Recovered = { recovered: number; next_since: string | null };

const AT_ONCE = 500;
const PAGE = 100;
const STARTS_AT_ONCE = 20;

/**
 * Begins the schedule anew of what an endpoint has missed, the skipped as well as the failed, in the order of the
 * events. The schedule's machine does the rest: asking twice for the same is asking once.
 *
 * @throws Refusal `endpoint_not_found`, `endpoint_disabled`
 */
export const recoverDeliveries = (ports: EndpointPorts & { deliveries: Deliveries; retries: RetrySchedule }) => {
  const record = organisationLog(ports);
  return async ({ endpoint: id, since, until, actor }: RecoverInput): Promise<Recovered> => {
    const now = ports.clock.now();
    requireEnabled(await ports.endpoints.read(id), id);
    const range = { since, until: until ?? now };
    const missed = await missedBy(ports.deliveries, id, range);
    const chosen = missed.slice(0, AT_ONCE);
    const payload = { endpoint: id, ...range, deliveries: chosen.length };
    await record({ kind: "webhook_endpoint.recovered", at: now, actor, payload });
    await startAll(ports.retries, chosen);
    return { recovered: chosen.length, next_since: missed[AT_ONCE]?.created_at ?? null };
  };
};

/** Oldest first. */
async function missedBy(
  deliveries: Deliveries,
  endpoint: string,
  { since, until }: { since: string; until: string },
): Promise<Delivery[]> {
  const missed: Delivery[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await deliveries.list(endpoint, { limit: PAGE, cursor });
    const inRange = page.data.filter(({ created_at }) => created_at >= since && created_at <= until);
    missed.push(...inRange.filter(({ state }) => state === "skipped" || state === "failed"));
    const reachedStart = page.data.some(({ created_at }) => created_at < since);
    if (page.next_cursor === null || reachedStart) return missed.sort(byEvent);
    cursor = page.next_cursor;
  }
}

function byEvent(a: Delivery, b: Delivery): number {
  if (a.created_at !== b.created_at) return a.created_at < b.created_at ? -1 : 1;
  return a.event.sequence - b.event.sequence;
}

/** Each event of a session a second after the one before, so that their first attempts keep the order. */
async function startAll(retries: RetrySchedule, deliveries: readonly Delivery[]): Promise<void> {
  const before = new Map<string, number>();
  const rounds = deliveries.map(({ id, round, event }) => {
    const seconds = (before.get(event.stream) ?? 0) + 1;
    before.set(event.stream, seconds);
    return { delivery: id, round: round + 1, seconds };
  });
  for (let at = 0; at < rounds.length; at += STARTS_AT_ONCE) {
    await Promise.all(rounds.slice(at, at + STARTS_AT_ONCE).map((round) => retries.start(round)));
  }
}
