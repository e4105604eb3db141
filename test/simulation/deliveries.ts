import { hmacSha256 } from "#shared/adapters/http/hmac.ts";
import { signEd25519 } from "#shared/adapters/http/public-signatures.ts";
import { memorySettings } from "#shared/adapters/memory/company.ts";
import { memoryErrands } from "#shared/adapters/memory/errands.ts";
import { seededIdentity } from "#shared/adapters/memory/identity.ts";
import { memoryJournalStore, memoryOutbox, memoryTables } from "#shared/adapters/memory/store.ts";
import {
  memoryDeliveries,
  memoryEventFeed,
  memoryWebhookEndpoints,
  memoryWebhookKeys,
} from "#shared/adapters/memory/webhooks.ts";
import { buildEvent } from "#shared/domain/events/build.ts";
import type { EventType, OutboxEvent } from "#shared/domain/events/event.ts";
import type { Round, Sender, WebhookEndpoint } from "#shared/ports/webhooks.ts";
import { attemptDelivery } from "#shared/use-cases/attempt-delivery.ts";
import { type DispatchPorts, dispatchEvents } from "#shared/use-cases/dispatch-events.ts";
import { type ChaosWorld, type Faults, type Life, NO_FAULTS, NoAnswer, troubled } from "./chaos.ts";
import { type Arrival, brokenDeliveries } from "./delivery-invariants.ts";
import { seededRandom } from "./random.ts";
import { scheduler } from "./scheduler.ts";

const START = Date.parse("2026-03-01T09:00:00.000Z");
const MINUTE = 60_000;
const FAULTS: Faults = { throttled: 0.02, lostAnswer: 0.02, sentTwice: 0.02, crash: 0.02, slow: 0.05 };
/** Port calls among which one is surely the process's last. */
const CRASH_WITHIN = 60;
const MOST_STEPS = 50_000;
const SESSIONS = ["ses_1", "ses_2"];
const TYPES: EventType[] = ["session.started", "section.closed", "session.submitted", "session.scored"];
const WANTED = [["*"], ["session.*"], ["session.scored", "section.*"]];

type Dispatch = (ports: DispatchPorts) => (input: { stream: string }) => Promise<void>;

export type DeliverySimulation = { broken: string[]; arrived: number; crashes: number };

export type DeliveryOptions = {
  seed: number;
  dispatch?: Dispatch;
  /** What stands between the product and its true ports. */
  tamper?: (ports: DispatchPorts) => DispatchPorts;
};

/** Two sessions whose events reach three endpoints, while processes end anywhere between commit, fan-out and send. */
export async function simulateDeliveries(options: DeliveryOptions): Promise<DeliverySimulation> {
  const { seed, dispatch = dispatchEvents, tamper = (ports) => ports } = options;
  const random = seededRandom(seed);
  const time = scheduler(START);
  const identity = seededIdentity(`deliveries ${seed}`);
  const tables = memoryTables();
  const [arrivals, committed]: [Arrival[], OutboxEvent[]] = [[], []];
  const run = { faults: FAULTS, calls: 0, crashes: 0, failure: undefined as string | undefined, over: false };
  const crashAt = random.between(1, CRASH_WITHIN);
  const world: ChaosWorld = {
    random,
    scheduler: time,
    faults: () => (++run.calls === crashAt ? { ...NO_FAULTS, crash: 1 } : run.faults),
    trace: () => undefined,
    failed: (error) => {
      run.failure ??= error instanceof Error ? `${error.stack}` : String(error);
    },
  };
  const now = () => new Date(time.now()).toISOString();
  const background = (work: Promise<unknown>) => void work.catch(world.failed);

  const receive = (request: Parameters<Sender["send"]>[0]): { status: number; delay: number } => {
    const status = run.faults === NO_FAULTS || random.chance(0.7) ? 200 : 503;
    arrivals.push({ url: request.url, id: request.headers["webhook-id"]!, body: request.body, status });
    return { status, delay: random.chance(0.1) ? 15_000 : random.between(5, 200) };
  };

  /** What is begun by a living process arrives in the order of its beginning; the answer may take its time. */
  const senderOf = (life: Life): Sender => ({
    async send(request) {
      const faults = world.faults();
      if (!life.alive) throw new NoAnswer("the process has ended");
      if (random.chance(faults.crash)) {
        life.end();
        throw new NoAnswer("the process has ended");
      }
      const { status, delay } = receive(request);
      await time.sleep(delay);
      if (!life.alive || random.chance(faults.lostAnswer)) throw new NoAnswer("no answer");
      return { at: now(), status, duration_ms: delay, error: null, answer: null, retry_after_seconds: null };
    },
  });

  const endpoints = memoryWebhookEndpoints();
  const [index, created_at] = [WANTED.entries(), now()];
  for (const [place, events] of index) await endpoints.save(endpointAt(place, events, created_at));
  const kept = {
    journal: memoryJournalStore(tables),
    outbox: memoryOutbox(tables),
    endpoints,
    deliveries: memoryDeliveries(),
    feed: memoryEventFeed(),
    errands: memoryErrands(),
    settings: memorySettings(),
    retries: { start: async (round: Round) => startMachine(round) },
  };

  const processes: (Life & { ports: DispatchPorts })[] = [];
  const newProcess = (): Life & { ports: DispatchPorts } => {
    const life: Life = {
      alive: true,
      end() {
        if (this.alive) run.crashes++;
        this.alive = false;
      },
    };
    const around = { world, life };
    const through = Object.fromEntries(
      Object.entries(kept).map(([name, port]) => [name, troubled(name, port, around)]),
    ) as unknown as typeof kept;
    const ports: DispatchPorts = {
      ...through,
      identity,
      clock: { now },
      webhookKeys: memoryWebhookKeys,
      hmac: hmacSha256,
      signPublicly: signEd25519,
      sender: senderOf(life),
    } as unknown as DispatchPorts;
    return Object.assign(life, { ports: tamper(ports) });
  };
  const send = async <T>(work: (ports: DispatchPorts) => Promise<T>): Promise<T> => {
    const place = random.between(0, 2);
    if (!processes[place]?.alive) processes[place] = newProcess();
    return work(processes[place]!.ports);
  };

  const dispatchSoon = async (stream: string) => {
    await time.sleep(random.between(5, 300));
    await unlessNoAnswer(() => send((ports) => dispatch(ports)({ stream })));
  };

  const rounds = new Set<string>();
  const startMachine = (round: Round): void => {
    const name = `${round.delivery}-${round.round}`;
    if (rounds.has(name)) return;
    rounds.add(name);
    background(machine(round));
  };
  const machine = async ({ delivery, round, seconds }: Round): Promise<void> => {
    for (let next = { done: false, seconds }; !next.done; ) {
      await time.sleep(next.seconds * 1000);
      const answer = await unlessNoAnswer(() => send((ports) => attemptDelivery(ports)({ delivery, round })));
      next = answer ?? { done: false, seconds: 5 };
    }
  };

  const session = async (stream: string): Promise<void> => {
    for (let sequence = 1; sequence <= random.between(3, 6); sequence++) {
      await time.sleep(random.pick([10, 1_000, 20_000, 90_000]));
      const type = random.pick(TYPES);
      const event = buildEvent({ id: identity.id("evt_"), type, stream, sequence, at: now(), data: {} });
      tables.events.set(event.id, { event, open: true });
      committed.push(event);
      if (!random.chance(0.3)) background(dispatchSoon(stream));
    }
  };

  const sweepForEver = async (): Promise<never> => {
    for (;;) {
      await time.sleep(MINUTE);
      const before = new Date(time.now() - MINUTE).toISOString();
      for (const stream of await memoryOutbox(tables).stale(before, 10)) background(dispatchSoon(stream));
    }
  };

  const isSettled = async (): Promise<boolean> => {
    if ([...tables.events.values()].some(({ open }) => open)) return false;
    const pages = await Promise.all(WANTED.map((_, place) => kept.deliveries.list(`whe_${place}`, { limit: 100 })));
    return pages.flatMap(({ data }) => data).every(({ state }) => state !== "pending");
  };

  const live = async (): Promise<void> => {
    await Promise.all(SESSIONS.map(session));
    await time.sleep(2 * MINUTE);
    run.faults = NO_FAULTS;
    for (let waited = 0; waited < 24 * 60 && !(await isSettled()); waited++) await time.sleep(MINUTE);
    run.over = true;
  };

  background(sweepForEver());
  background(live());
  await time.run(() => run.over || run.failure !== undefined, MOST_STEPS).catch(world.failed);
  const feed = (await kept.feed.read(0, 1_000)).map(({ event }) => event);
  const broken = run.failure ? [run.failure] : brokenDeliveries({ committed, arrivals, feed, wanted: WANTED });
  return { broken, arrived: arrivals.length, crashes: run.crashes };
}

const endpointAt = (place: number, events: string[], created_at: string): WebhookEndpoint => ({
  id: `whe_${place}`,
  url: `https://${place}.example.com/`,
  events,
  description: null,
  enabled: true,
  disabled_reason: null,
  failing_since: null,
  secrets: [{ secret: `whsec_${Buffer.alloc(24, place + 1).toString("base64")}`, expires_at: null }],
  public_key_signature: false,
  created_at,
});

/** What a process that ended left undone is others' to do; everything else that is thrown ends the run. */
async function unlessNoAnswer<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const causes = error instanceof AggregateError ? error.errors : [error];
    const fault = causes.find((cause) => !(cause instanceof NoAnswer));
    if (fault) throw fault;
    return undefined;
  }
}
