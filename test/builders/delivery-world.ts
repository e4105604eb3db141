import { signEd25519 } from "#shared/adapters/http/public-signatures.ts";
import { settableClock } from "#shared/adapters/memory/clock.ts";
import { seededIdentity } from "#shared/adapters/memory/identity.ts";
import { memoryPlaybookStore } from "#shared/adapters/memory/records.ts";
import { memoryJournalStore, memoryOutbox, memorySessionIndex, memoryTables } from "#shared/adapters/memory/store.ts";
import {
  memoryDeliveries,
  memoryEventFeed,
  memoryWebhookEndpoints,
  memoryWebhookKeys,
} from "#shared/adapters/memory/webhooks.ts";
import { memoryWake } from "#shared/adapters/memory/workflow.ts";
import { buildEvent } from "#shared/domain/events/build.ts";
import type { EventType, OutboxEvent } from "#shared/domain/events/event.ts";
import type { Round, Sender } from "#shared/ports/webhooks.ts";
import { createWebhookEndpoint } from "#shared/use-cases/create-webhook-endpoint.ts";
import { errandPorts } from "./errand-ports.ts";

type Sent = Parameters<Sender["send"]>[0];
/** How a receiver answers: a status, a failure to connect, or a status with Retry-After. */
export type Behaviour = (sent: Sent) => number | { error: string } | { status: number; retryAfter: number };

/** Everything webhooks stand on, in memory, with receivers that answer as they are told. */
export function deliveryWorld() {
  const tables = memoryTables();
  const clock = settableClock("2026-03-01T10:00:00.000Z");
  const identity = seededIdentity("webhooks");
  const sent: (Sent & { at: string })[] = [];
  /** Seconds until the next attempt, by delivery; recovered rounds by `<delivery>-<round>`. */
  const scheduled = new Map<string, number>();
  let behave: Behaviour = () => 200;
  const ports = {
    clock,
    identity,
    journal: memoryJournalStore(tables),
    outbox: memoryOutbox(tables),
    endpoints: memoryWebhookEndpoints(),
    deliveries: memoryDeliveries(),
    attempts: memoryWake(),
    resends: memoryWake(),
    feed: memoryEventFeed(),
    webhookKeys: memoryWebhookKeys(),
    addressPolicy: {
      allowed: [],
      refusal: (url: string) => (url.includes("private") ? "The address is not public." : undefined),
    },
    ...errandPorts(),
    index: memorySessionIndex(tables),
    playbooks: memoryPlaybookStore(),
    signPublicly: signEd25519,
    sender: {
      send: async (request: Sent) => {
        const at = clock.now();
        sent.push({ ...request, at });
        return attemptOf(behave(request), at);
      },
    } satisfies Sender,
    retries: {
      start: async ({ delivery, round, seconds }: Round) => {
        const name = round === 0 ? delivery : `${delivery}-${round}`;
        if (!scheduled.has(name)) scheduled.set(name, seconds);
      },
    },
  };
  return {
    ports,
    sent,
    scheduled,
    receiversAnswer: (behaviour: Behaviour) => {
      behave = behaviour;
    },
    endpoint: (url = "https://hooks.example.com/in", events?: string[]) =>
      createWebhookEndpoint(ports)({ url, events, actor: "key_1" }),
    /** Commits an event, as a change of a session does. */
    raise: (type: EventType, sequence: number, stream = "ses_1"): OutboxEvent => {
      const event = buildEvent({ id: identity.id("evt_"), type, stream, sequence, at: clock.now(), data: {} });
      tables.events.set(event.id, { event, open: true });
      return event;
    },
    kindsInJournal: async () => (await ports.journal.read("org")).map(({ kind }) => kind),
  };
}

function attemptOf(answer: ReturnType<Behaviour>, at: string): Awaited<ReturnType<Sender["send"]>> {
  const common = { at, duration_ms: 1, answer: null, retry_after_seconds: null };
  if (typeof answer === "number") return { ...common, status: answer, error: null };
  if ("error" in answer) return { ...common, status: null, error: answer.error };
  return { ...common, status: answer.status, error: null, retry_after_seconds: answer.retryAfter };
}
