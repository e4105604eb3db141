import type { Context } from "aws-lambda";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { httpFunction } from "#functions/runtime/http.ts";
import type { Operations } from "#functions/runtime/operation.ts";
import { rateLimit } from "#functions/runtime/rate-limit.ts";
import { type Operation, routes } from "#shared/contracts/routes.ts";
import { gatewayEvent } from "#test/builders/gateway-event.ts";

describe("the limit of a key's requests", () => {
  test("lets a minute's requests through at once, then as many as come back", () => {
    const limit = rateLimit(60);
    for (let sent = 0; sent < 60; sent++)
      expect(limit("key_1", 0)).toMatchObject({ left: 59 - sent, retryAfter: null });
    expect(limit("key_1", 0)).toEqual({ quota: 60, left: 0, fullIn: 60, retryAfter: 1 });
    expect(limit("key_1", 999)).toMatchObject({ retryAfter: 1 });
    expect(limit("key_1", 2_000)).toMatchObject({ left: 1, retryAfter: null });
  });

  test("is each key's own", () => {
    const limit = rateLimit(1);
    expect(limit("key_1", 0).retryAfter).toBeNull();
    expect(limit("key_1", 0).retryAfter).toBe(60);
    expect(limit("key_2", 0).retryAfter).toBeNull();
  });

  test("never lets more through than the quota and what came back, and lets in who waits as told", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), gaps, (quota, waits) => {
        const limit = rateLimit(quota);
        let [now, granted] = [0, 0];
        for (const wait of waits) {
          now += wait;
          if (limit("key_1", now).retryAfter === null) granted++;
        }
        expect(granted).toBeLessThanOrEqual(quota + (now * quota) / 60_000 + 1e-6);
        const { retryAfter } = limit("key_1", now);
        if (retryAfter !== null) expect(limit("key_1", now + retryAfter * 1000).retryAfter).toBeNull();
      }),
    );
  });
});

describe("a key that sends too much", () => {
  const operations = Object.fromEntries(routes.map(({ operation }) => [operation, async () => ({ scopes: [] })]));
  const staff = (quota: number) => {
    const handler = httpFunction<Operation>({
      routes,
      allRoutes: routes,
      authenticators: { machine: async ({ key }) => ({ id: key, label: "", scopes: [] }) },
      operations: operations as unknown as Operations<Operation>,
      limit: rateLimit(quota),
      write: () => undefined,
    });
    return (key: string | undefined) =>
      handler(gatewayEvent("read-me", { headers: key ? { authorization: `Bearer ${key}` } : {} }), {} as Context);
  };

  test("is told by 429 how long to wait, and by each answer how it stands", async () => {
    const send = staff(2);
    const replies = [await send("ask_a"), await send("ask_a"), await send("ask_a")];
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
    expect(replies[0]!.headers).toMatchObject({ "ratelimit-policy": '"key";q=2;w=60', ratelimit: '"key";r=1;t=30' });
    expect(replies[2]!.headers).toMatchObject({
      ratelimit: '"key";r=0;t=60',
      "retry-after": "30",
      "content-type": "application/problem+json",
    });
    expect(JSON.parse(replies[2]!.body!)).toMatchObject({ code: "rate_limited", retry_after: 30, request_id: "req-1" });
    expect((await send("ask_b")).statusCode).toBe(200);
  });

  test("is counted once it is known, so that nobody uses up the requests of others", async () => {
    const send = staff(1);
    for (let turn = 0; turn < 5; turn++) expect((await send(undefined)).statusCode).toBe(401);
    expect((await send("ask_a")).statusCode).toBe(200);
  });
});
