import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundsOf, createClock, narrow } from "#web/candidate/clock.ts";
import { urgencyOf, warningBetween } from "#web/candidate/parts/warnings.ts";

const NOON = Date.parse("2026-05-04T12:00:00.000Z");

describe("the server's clock as the page knows it", () => {
  test("bounds always hold the true difference, and every exchange narrows them or leaves them", () => {
    const exchange = fc.record({ sent: fc.nat(1e6), out: fc.nat(2_000), back: fc.nat(2_000) });
    fc.assert(
      fc.property(fc.array(exchange, { minLength: 1 }), fc.integer({ min: -1e9, max: 1e9 }), (exchanges, truth) => {
        let bounds: { low: number; high: number } | undefined;
        for (const { sent, out, back } of exchanges) {
          const at = Math.floor((sent + out + truth) / 1_000) * 1_000;
          const next = narrow(bounds, boundsOf({ sent, received: sent + out + back }, at, 1_000));
          expect(next.low).toBeLessThanOrEqual(truth);
          expect(next.high).toBeGreaterThanOrEqual(truth);
          if (bounds) expect(next.high - next.low).toBeLessThanOrEqual(bounds.high - bounds.low);
          bounds = next;
        }
      }),
    );
  });

  test("the device's own clock does not matter once the server has spoken", () => {
    let monotonic = 1_000;
    const clock = createClock(
      () => monotonic,
      () => 0,
    );
    expect(clock.now()).toBe(0);
    clock.learn({ sent: 1_000, received: 1_000 }, { text: new Date(NOON).toISOString(), precision: 0 });
    monotonic += 5_000;
    expect(clock.now()).toBe(NOON + 5_000);
  });

  test("after the device slept the newest answer holds", () => {
    const clock = createClock(
      () => 20,
      () => 0,
    );
    clock.learn({ sent: 10, received: 10 }, { text: new Date(NOON).toISOString(), precision: 0 });
    clock.learn({ sent: 20, received: 20 }, { text: new Date(NOON + 60_000).toISOString(), precision: 0 });
    expect(clock.now()).toBe(NOON + 60_000);
  });

  test("a time that can't be read teaches nothing", () => {
    const clock = createClock(
      () => 0,
      () => 7,
    );
    clock.learn({ sent: 0, received: 0 }, { text: null, precision: 1_000 });
    expect(clock.now()).toBe(7);
  });
});

describe("warnings before the end", () => {
  const minutes = (count: number) => count * 60_000;

  test("5 minutes, 1 minute and 30 seconds are announced when they are crossed, once", () => {
    expect(warningBetween(300_100, 299_900)).toBe("5 minutes left in this section.");
    expect(warningBetween(60_100, 59_900)).toBe("1 minute left in this section.");
    expect(warningBetween(30_100, 29_900)).toBe("30 seconds left in this section.");
    expect(warningBetween(29_900, 29_600)).toBeUndefined();
  });

  test("of several thresholds crossed during a sleep only the nearest to the end is told", () => {
    expect(warningBetween(minutes(6), 20_000)).toBe("30 seconds left in this section.");
  });

  test("the end is told", () => {
    expect(warningBetween(100, -100)).toContain("Time is up");
  });

  test("a short section isn't urgent from its first second", () => {
    expect(urgencyOf(minutes(4), minutes(4))).toBe("calm");
    expect(urgencyOf(minutes(4), minutes(30))).toBe("near");
    expect(urgencyOf(50_000, minutes(30))).toBe("close");
  });
});
