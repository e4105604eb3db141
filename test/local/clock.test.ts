import { describe, expect, test } from "vitest";
import { realClock, virtualClock } from "#scripts/local/clock.ts";

const never = new AbortController().signal;

describe("a clock", () => {
  test.each([
    ["real", () => realClock],
    ["virtual", () => virtualClock(0)],
  ])("stops a sleep that is no longer wanted, with the reason: %s", async (_, make) => {
    const stop = new AbortController();
    const clock = make();
    const sleep = clock.sleepUntil(clock.now() + 60_000, stop.signal);
    stop.abort(new Error("enough"));
    await expect(sleep).rejects.toThrow("enough");
    await expect(clock.sleepUntil(clock.now() + 1, stop.signal)).rejects.toThrow("enough");
  });

  test("that is real wakes no earlier than asked", async () => {
    const until = Date.now() + 20;
    await realClock.sleepUntil(until, never);
    expect(Date.now()).toBeGreaterThanOrEqual(until);
  });

  test("that is virtual wakes sleepers in order of time, whoever came first, also those that come meanwhile", async () => {
    const clock = virtualClock(0);
    const woken: string[] = [];
    const sleep = async (name: string, time: number) => {
      await clock.sleepUntil(time, never);
      woken.push(`${name} at ${clock.now()}`);
    };
    void sleep("late", 30);
    void sleep("early", 10).then(() => sleep("between", 20));
    expect(clock.next()).toBe(10);
    await clock.advanceTo(25);
    expect(woken).toEqual(["early at 10", "between at 20"]);
    await clock.advanceTo(30);
    expect(woken).toEqual(["early at 10", "between at 20", "late at 30"]);
  });
});
