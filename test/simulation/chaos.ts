import type { Random } from "./random.ts";
import type { Scheduler } from "./scheduler.ts";

/** What went wrong on the way, as a caller sees it: no answer. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** How likely each fault is, per port call. */
export type Faults = { throttled: number; lostAnswer: number; sentTwice: number; crash: number; slow: number };

export const NO_FAULTS: Faults = { throttled: 0, lostAnswer: 0, sentTwice: 0, crash: 0, slow: 0 };

export type ChaosWorld = {
  random: Random;
  scheduler: Scheduler;
  faults: () => Faults;
  /** Writes a line of the run's trace. */
  trace(line: string): void;
  /** Tells of an error that nobody expects; it ends the run. */
  failed(error: unknown): void;
};

/** One running process: a crash ends everything that is under way in it. */
export type Life = { alive: boolean; end(): void };

/**
 * A port whose every call takes time and may go wrong: refused before its effect, done without an answer, done twice,
 * or cut off by the end of the process on either side of the effect.
 */
export function troubled<P extends object>(
  name: string,
  port: P,
  { world, life }: { world: ChaosWorld; life: Life },
): P {
  const call = async (method: string, effect: () => Promise<unknown>): Promise<unknown> => {
    const fault = draw(world);
    await world.scheduler.sleep(latency(world));
    requireAlive(life);
    world.trace(`${world.scheduler.now()} ${name}.${method} ${fault}`);
    if (fault === "throttled") throw new NoAnswer("throttled");
    if (fault === "crash before") return crash(life);
    if (fault === "sent twice") await effect();
    const result = await effect();
    if (fault === "crash after") return crash(life);
    await world.scheduler.sleep(latency(world));
    requireAlive(life);
    if (fault === "lost answer") throw new NoAnswer("lost answer");
    return result;
  };
  return new Proxy(port, {
    get: (target, method: string) => {
      const member = Reflect.get(target, method) as (...parameters: unknown[]) => Promise<unknown>;
      return (...parameters: unknown[]) => call(method, async () => member.apply(target, parameters));
    },
  });
}

function draw({ random, faults }: ChaosWorld): string {
  const { throttled, lostAnswer, sentTwice, crash } = faults();
  let drawn = random.next();
  const among = [
    ["throttled", throttled],
    ["lost answer", lostAnswer],
    ["sent twice", sentTwice],
    ["crash before", crash / 2],
    ["crash after", crash / 2],
  ] as const;
  for (const [fault, probability] of among) {
    if (drawn < probability) return fault;
    drawn -= probability;
  }
  return "ok";
}

const latency = ({ random, faults }: ChaosWorld): number =>
  random.chance(faults().slow) ? random.between(500, 4_000) : random.between(1, 20);

function requireAlive(life: Life): void {
  if (!life.alive) throw new NoAnswer("the process has ended");
}

function crash(life: Life): never {
  life.end();
  throw new NoAnswer("the process has ended");
}
