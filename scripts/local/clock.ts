/** Time for waits and schedules: milliseconds since 1970. */
export type Clock = {
  now(): number;
  /** Resolves at the time (at once when it is past); rejects with the signal's reason when that aborts first. */
  sleepUntil(time: number, signal: AbortSignal): Promise<void>;
};

/** A clock that stands until told to go on: hours of waits pass in milliseconds. */
export type VirtualClock = Clock & {
  /** The earliest time somebody sleeps until. */
  next(): number | undefined;
  /** Moves to the time; sleepers up to it wake in order of their times. */
  advanceTo(time: number): Promise<void>;
};

/** Timers longer than 2^31 ms overflow, so a long sleep is taken in parts. */
const LONGEST_TIMER = 2 ** 30;

export const realClock: Clock = {
  now: () => Date.now(),
  sleepUntil: async (time, signal) => {
    for (let left = time - Date.now(); left > 0; left = time - Date.now()) {
      await pause(Math.min(left, LONGEST_TIMER), signal);
    }
    signal.throwIfAborted();
  },
};

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      fail(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      done();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}

type Sleeper = { time: number; wake: () => void };

/**
 * @param start first time shown, milliseconds since 1970
 * @param settled awaited after each sleeper woke, so that what it set off is done before time moves on
 */
export function virtualClock(start: number, settled: () => Promise<void> = nextTurn): VirtualClock {
  let now = start;
  let sleepers: Sleeper[] = [];
  const earliest = () => sleepers.reduce<Sleeper | undefined>((a, b) => (a && a.time <= b.time ? a : b), undefined);
  return {
    now: () => now,
    next: () => earliest()?.time,
    sleepUntil: (time, signal) =>
      new Promise((done, fail) => {
        signal.throwIfAborted();
        if (time <= now) return done();
        const sleeper = { time, wake: done };
        sleepers.push(sleeper);
        signal.addEventListener("abort", () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          fail(signal.reason);
        });
      }),
    advanceTo: async (time) => {
      await settled();
      for (let first = earliest(); first && first.time <= time; first = earliest()) {
        sleepers = sleepers.filter((other) => other !== first);
        now = Math.max(now, first.time);
        first.wake();
        await settled();
      }
      now = Math.max(now, time);
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
