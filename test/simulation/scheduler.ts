type Wakeup = { at: number; order: number; resume: () => void };

/**
 * A world without real time: whoever waits is woken in the order of the virtual clock, one after the other, so that a
 * run is the same each time.
 */
export type Scheduler = {
  /** The true time, in milliseconds. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Runs until `done`. @throws Error when nobody waits any more, or after `mostSteps` */
  run(done: () => boolean, mostSteps?: number): Promise<void>;
};

export function scheduler(start: number): Scheduler {
  const waiting: Wakeup[] = [];
  let now = start;
  let order = 0;

  return {
    now: () => now,
    sleep: (milliseconds) =>
      new Promise((resume) => insert(waiting, { at: now + milliseconds, order: order++, resume })),
    async run(done, mostSteps = 20_000) {
      for (let step = 0; !done(); step++) {
        const next = waiting.pop();
        if (!next) throw new Error("nobody waits any more");
        if (step >= mostSteps) throw new Error(`not done after ${mostSteps} steps`);
        now = next.at;
        next.resume();
        await settled();
      }
    },
  };
}

/** Every promise that can go on without the scheduler has gone on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Keeps the list sorted, the next to wake at its end. */
function insert(waiting: Wakeup[], wakeup: Wakeup): void {
  let [low, high] = [0, waiting.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = waiting[middle]!;
    if (other.at > wakeup.at || (other.at === wakeup.at && other.order > wakeup.order)) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, wakeup);
}
