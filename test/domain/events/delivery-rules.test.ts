import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { hmacSha256 } from "#shared/adapters/http/hmac.ts";
import { EVENT_TYPES } from "#shared/domain/events/event.ts";
import { wants } from "#shared/domain/events/matching.ts";
import { failsTooLong, GAPS, MOST_ATTEMPTS, secondsToNext } from "#shared/domain/events/schedule.ts";
import { secretFrom, signedHeaders } from "#shared/domain/events/signature.ts";

describe("which events an endpoint wants", () => {
  test("all of them, a family, or exact types", () => {
    expect(EVENT_TYPES.every((type) => wants(["*"], type))).toBe(true);
    expect(EVENT_TYPES.filter((type) => wants(["flag.*", "session.scored"], type))).toEqual([
      "session.scored",
      "flag.raised",
      "flag.resolved",
    ]);
  });

  test("a family is a word, not a beginning of one", () =>
    expect(wants(["sess.*", "session"], "session.scored")).toBe(false));
});

describe("when a delivery is tried again", () => {
  test("ten attempts over about three days", () => {
    expect(MOST_ATTEMPTS).toBe(10);
    expect(GAPS.map((seconds) => secondsToNext(GAPS.indexOf(seconds) + 1, { chance: 0.5 }))).toEqual([...GAPS]);
    expect(secondsToNext(10, { chance: 0.5 })).toBeNull();
  });

  test("each gap is moved by at most a fifth", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (made, chance) => {
          const [gap, seconds] = [GAPS[made - 1]!, secondsToNext(made, { chance })!];
          expect(seconds).toBeGreaterThanOrEqual(gap * 0.8);
          expect(seconds).toBeLessThanOrEqual(Math.ceil(gap * 1.2));
        },
      ),
    );
  });

  test("Retry-After is honoured up to twice the gap, and never makes it shorter", () => {
    expect(secondsToNext(2, { chance: 0.5, retryAfter: 400 })).toBe(400);
    expect(secondsToNext(2, { chance: 0.5, retryAfter: 86_400 })).toBe(600);
    expect(secondsToNext(2, { chance: 0.5, retryAfter: 1 })).toBe(300);
  });

  test("an endpoint has failed for too long after 120 hours", () => {
    expect(failsTooLong("2026-03-01T00:00:00.000Z", "2026-03-05T23:59:59.999Z")).toBe(false);
    expect(failsTooLong("2026-03-01T00:00:00.000Z", "2026-03-06T00:00:00.000Z")).toBe(true);
  });
});

describe("signatures", () => {
  const body = '{"type":"ping","data":{"note":"ü"}}';
  const now = new Date().toISOString();
  const secretOf = (fill: number) => secretFrom(Buffer.alloc(24, fill).toString("base64url"));
  const headers = (secrets: { secret: string; expires_at: string | null }[]) =>
    signedHeaders({ id: "evt_1", body }, { now, secrets, hmac: hmacSha256 });

  test("a secret is standard base64 of its bytes", () => {
    expect(secretFrom(Buffer.alloc(24, 0xff).toString("base64url"))).toBe(`whsec_${"/".repeat(32)}`);
  });

  test("are verified by the library that receivers use", () => {
    const secret = secretOf(250);
    expect(new Webhook(secret).verify(body, headers([{ secret, expires_at: null }]))).toEqual(JSON.parse(body));
    expect(() => new Webhook(secretOf(1)).verify(body, headers([{ secret, expires_at: null }]))).toThrow();
  });

  test("are made with every secret that is still valid, so that a receiver may rotate", () => {
    const later = new Date(Date.now() + 60_000).toISOString();
    const signed = headers([
      { secret: secretOf(1), expires_at: null },
      { secret: secretOf(2), expires_at: later },
      { secret: secretOf(3), expires_at: "2026-01-01T00:00:00.000Z" },
    ]);
    for (const fill of [1, 2]) expect(() => new Webhook(secretOf(fill)).verify(body, signed)).not.toThrow();
    expect(() => new Webhook(secretOf(3)).verify(body, signed)).toThrow();
  });
});
