import type { Clock } from "../../ports/clock.ts";

/** A clock that stands until it is moved. */
export function settableClock(start: string): Clock & { set(time: string): void; advance(milliseconds: number): void } {
  let now = Date.parse(start);
  return {
    now: () => new Date(now).toISOString(),
    set(time) {
      now = Date.parse(time);
    },
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}
