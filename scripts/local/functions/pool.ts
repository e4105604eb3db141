import type { FunctionDefinition } from "./definition.ts";
import { FunctionFailure } from "./failure.ts";
import { type Instance, type InstanceOptions, startInstance } from "./instance.ts";

/** How long an event waits for a busy instance before another one is started for it, in milliseconds. */
const PATIENCE = 50;

/** The instances of one function; each answers one event at a time. */
export type Pool = {
  invoke(event: string): Promise<string>;
  /** Starts a first instance, so that the first event finds it ready. */
  warm(): Promise<void>;
  close(): Promise<void>;
};

type Waiter = { give: (instance: Instance) => void; fail: (error: unknown) => void };
type State = {
  start: () => Instance;
  most: number;
  instances: Set<Instance>;
  idle: Instance[];
  queue: Waiter[];
  starting: Promise<void> | undefined;
  closed: boolean;
};

export function createPool(definition: FunctionDefinition, options: InstanceOptions): Pool {
  const pool: State = {
    start: () => startInstance(definition, options),
    most: definition.instances,
    instances: new Set(),
    idle: [],
    queue: [],
    starting: undefined,
    closed: false,
  };
  return {
    invoke: async (event) => {
      const instance = await take(pool);
      return instance.invoke(event).finally(() => giveBack(pool, instance));
    },
    warm: async () => {
      if (pool.instances.size === 0) await grow(pool);
      else await pool.starting;
    },
    close: async () => {
      pool.closed = true;
      await Promise.all([...pool.instances].map((instance) => instance.stop()));
    },
  };
}

function take(pool: State): Promise<Instance> {
  if (pool.closed) throw new FunctionFailure({ errorType: "Runtime.Shutdown", errorMessage: "the runtime is closing" });
  const free = takeIdle(pool);
  if (free) return Promise.resolve(free);
  const waiting = new Promise<Instance>((give, fail) => pool.queue.push({ give, fail }));
  relieveLater(pool);
  return waiting;
}

/** An idle instance that still lives; what an earlier event left behind may have ended it since. */
function takeIdle(pool: State): Instance | undefined {
  for (let instance = pool.idle.pop(); instance; instance = pool.idle.pop()) {
    if (instance.isAlive()) return instance;
    pool.instances.delete(instance);
  }
  return undefined;
}

function giveBack(pool: State, instance: Instance): void {
  if (instance.isAlive()) {
    release(pool, instance);
  } else {
    pool.instances.delete(instance);
    relieveLater(pool);
  }
}

function release(pool: State, instance: Instance): void {
  const next = pool.queue.shift();
  if (next) next.give(instance);
  else pool.idle.push(instance);
}

/** One more instance where events still wait after a while; none while one is starting. */
function relieveLater(pool: State): void {
  if (pool.queue.length === 0 || pool.closed) return;
  const relieve = () => {
    if (pool.queue.length > 0 && !pool.starting && pool.instances.size < pool.most && !pool.closed) void grow(pool);
  };
  if (pool.instances.size === 0) relieve();
  else setTimeout(relieve, PATIENCE);
}

function grow(pool: State): Promise<void> {
  const instance = pool.start();
  pool.instances.add(instance);
  pool.starting = instance.ready.then(
    () => {
      pool.starting = undefined;
      release(pool, instance);
      relieveLater(pool);
    },
    (error: unknown) => {
      pool.starting = undefined;
      pool.instances.delete(instance);
      pool.queue.shift()?.fail(error);
      relieveLater(pool);
    },
  );
  return pool.starting;
}
