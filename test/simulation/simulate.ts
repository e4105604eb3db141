import { createHash } from "node:crypto";
import type { MemoryTables } from "#shared/adapters/memory/store.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { JournalStore } from "#shared/ports/journal-store.ts";
import { accommodateSession } from "#shared/use-cases/accommodate-session.ts";
import { createSession } from "#shared/use-cases/create-session.ts";
import { reconcile } from "#shared/use-cases/reconcile.ts";
import { sweep } from "#shared/use-cases/sweep.ts";
import { voidSession } from "#shared/use-cases/void-session.ts";
import { type Promises, runTab, type Send } from "./candidate.ts";
import { type ChaosWorld, type Faults, NO_FAULTS, NoAnswer } from "./chaos.ts";
import { brokenPromises } from "./invariants.ts";
import { assessmentMachine } from "./machine.ts";
import { type Plant, type Process, plant } from "./plant.ts";
import { type Random, seededRandom } from "./random.ts";
import { type Scheduler, scheduler } from "./scheduler.ts";

const START = Date.parse("2026-03-01T09:00:00.000Z");
const SKEW = 400;
/** How long the world goes on after the end, for whoever would still do something twice. */
const REST = 180_000;
const FAULTS: Faults = { throttled: 0.03, lostAnswer: 0.03, sentTwice: 0.03, crash: 0.02, slow: 0.02 };

export type Simulation = { broken: string[]; trace: string; calls: number; status: string; saved: number };

export type SimulationOptions = {
  seed: number;
  /** What stands between the product and the true store. */
  store?: (journal: JournalStore, tables: MemoryTables) => JournalStore;
};

/** One candidate's session from invitation to result, in a world where everything goes wrong now and then. */
export async function simulate({ seed, store }: SimulationOptions): Promise<Simulation> {
  const trace = createHash("sha256");
  const run: Run = { faults: FAULTS, calls: 0, session: undefined, failure: undefined, over: false };
  const world: ChaosWorld = {
    random: seededRandom(seed),
    scheduler: scheduler(START),
    faults: () => run.faults,
    trace: (line) => void trace.update(`${++run.calls} ${line}`),
    failed(error) {
      run.failure ??= String(error);
    },
  };
  const promises: Promises = { saved: [], late: [], submitted: new Set() };
  const site = await stage({ world, seed, store });
  background(world, live({ site, world, promises, run }));
  await world.scheduler.run(() => run.failure !== undefined || run.over).catch(world.failed);
  const session = run.session ?? "";
  const broken = run.failure ? [run.failure] : brokenPromises({ session, plant: site.plant, promises, skew: SKEW });
  trace.update(JSON.stringify(site.plant.tables.journals.get(session) ?? []));
  const status = site.plant.tables.heads.get(session)?.status ?? "lost";
  return { broken, trace: trace.digest("hex"), calls: run.calls, status, saved: promises.saved.length };
}

type Run = { faults: Faults; calls: number; session: string | undefined; failure: string | undefined; over: boolean };

/** Lets something go on beside everything else; what it throws ends the run. */
function background(world: ChaosWorld, work: Promise<unknown>): void {
  work.catch(world.failed);
}

/** Invites, lets everybody act, then lets the world calm down and rest for a while. */
async function live(input: { site: Site; world: ChaosWorld; promises: Promises; run: Run }): Promise<void> {
  const { site, world, promises, run } = input;
  const session = await invited(site, world.scheduler);
  run.session = session;
  await act({ site, world, session, promises });
  run.faults = NO_FAULTS;
  while (!hasEnded(site.plant, session)) await world.scheduler.sleep(1_000);
  await world.scheduler.sleep(REST);
  run.over = true;
}

type Site = { plant: Plant; send: Send };

/** Three processes that take requests in turn, the machine and the sweep. A process that ended is replaced. */
async function stage(options: { world: ChaosWorld; seed: number; store: SimulationOptions["store"] }): Promise<Site> {
  const { world, seed, store } = options;
  const processes: Process[] = [];
  const send: Send = async (request) => {
    const place = world.random.between(0, 2);
    if (!processes[place]?.alive) processes[place] = made.process();
    return request(processes[place]!.ports);
  };
  const wake = {
    wake: async (stream: string) => {
      if (!world.random.chance(0.2))
        background(
          world,
          later(world, () => send((ports) => reconcile(ports)({ stream }))),
        );
    },
  };
  const workflow = assessmentMachine(world, send);
  const made = await plant({ world, seed: String(seed), skew: SKEW, wake, workflow, ...(store && { store }) });
  background(world, sweepForEver(world.scheduler, send));
  return { plant: made, send };
}

async function later(world: ChaosWorld, work: () => Promise<void>): Promise<void> {
  await world.scheduler.sleep(world.random.between(5, 300));
  await unlessNoAnswer(work);
}

async function sweepForEver(time: Scheduler, send: Send): Promise<never> {
  for (;;) {
    await time.sleep(60_000);
    await unlessNoAnswer(() => send((ports) => sweep(ports)()));
  }
}

/** A process that ends in the middle of work nobody waits for leaves the rest to the next sweep. */
async function unlessNoAnswer(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const causes = error instanceof AggregateError ? error.errors : [error];
    const fault = causes.find((cause) => !(cause instanceof NoAnswer || cause instanceof Refusal));
    if (fault) throw fault;
  }
}

/** A company's system that tries until it is answered. */
async function invited({ send }: Site, time: Scheduler): Promise<string> {
  const invitation = { playbook: "small", candidate: { name: "Ada", email: "ada@example.com" }, actor: "key_1" };
  for (;;) {
    try {
      return (await send((ports) => createSession(ports)(invitation))).id;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      await time.sleep(500);
    }
  }
}

type Acting = { site: Site; world: ChaosWorld; session: string; promises: Promises };

async function act({ site, world, session, promises }: Acting): Promise<void> {
  const { random, scheduler: time } = world;
  const withdraws = random.chance(0.05);
  const tab = (name: string) =>
    runTab({ name, session, random, scheduler: time, send: site.send, promises, withdraws, typed: 0 });
  const tabs = random.chance(0.5) ? [tab("left"), tab("right")] : [tab("only")];
  await Promise.all([...tabs, company({ site, random, time, session })]);
}

/** Now and then somebody grants extra time in the middle, or declares the session void. */
async function company(input: { site: Site; random: Random; time: Scheduler; session: string }): Promise<void> {
  const { site, random, time, session } = input;
  if (!random.chance(0.3)) return;
  await time.sleep(random.between(5_000, 400_000));
  const actor = "key_1";
  const factor = random.pick(["1.25", "1.5", "2"]);
  const voids = random.chance(0.1);
  await unlessNoAnswer(async () => {
    if (voids) await site.send((ports) => voidSession(ports)({ session, reason: "outage", actor }));
    else {
      const accommodation = { kind: "multiplier", factor } as const;
      await site.send((ports) => accommodateSession(ports)({ session, accommodation, actor }));
    }
  });
}

const OVER: ReadonlySet<string> = new Set(["scored", "withdrawn", "voided", "canceled", "expired"]);

const hasEnded = ({ tables }: Plant, session: string): boolean => OVER.has(tables.heads.get(session)?.status ?? "");
