import { describe, expect, test } from "vitest";
import { createAccess } from "#web/console/sign-in/access.ts";
import type { Tokens } from "#web/console/sign-in/tokens.ts";
import { Unreachable } from "#web/shared/api-problem.ts";

const HOUR = 3_600_000;
const tokens = (access: string, expires_at = HOUR): Tokens => ({ access, refresh: "r", subject: "per_1", expires_at });

function world(first: Tokens | undefined, refresh: () => Promise<Tokens | undefined>) {
  const counts = { refreshed: 0, asked: 0 };
  const kept = { tokens: first };
  const access = createAccess({
    store: {
      read: () => kept.tokens,
      write: (next) => {
        kept.tokens = next;
      },
    },
    refresh: () => {
      counts.refreshed += 1;
      return refresh();
    },
    ask: async () => {
      counts.asked += 1;
      return tokens("asked");
    },
    now: () => 0,
  });
  return { access, counts };
}

describe("the token for a request", () => {
  test("is the kept one while it holds", async () => {
    const { access, counts } = world(tokens("kept"), async () => tokens("fresh"));
    expect(await access.token()).toBe("kept");
    expect(counts).toEqual({ refreshed: 0, asked: 0 });
  });

  test("is replaced before its end, once for all requests that wait", async () => {
    const { access, counts } = world(tokens("kept", 30_000), async () => tokens("fresh"));
    expect(await Promise.all([access.token(), access.token(), access.token()])).toEqual(["fresh", "fresh", "fresh"]);
    expect(counts).toEqual({ refreshed: 1, asked: 0 });
  });

  test("is asked of the person where the issuer gives none by itself", async () => {
    const { access, counts } = world(tokens("kept", 0), async () => undefined);
    expect(await access.token()).toBe("asked");
    expect(counts.asked).toBe(1);
  });

  test("is not asked of the person because the network is away", async () => {
    const { access, counts } = world(tokens("kept", 0), () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(access.token()).rejects.toThrow(Unreachable);
    expect(counts.asked).toBe(0);
  });
});

describe("a refused token", () => {
  test("is replaced once, however many requests it was refused to", async () => {
    const { access, counts } = world(tokens("refused"), async () => tokens("fresh"));
    expect(await Promise.all([access.renew("refused"), access.renew("refused")])).toEqual(["fresh", "fresh"]);
    expect(await access.renew("refused")).toBe("fresh");
    expect(counts.refreshed).toBe(1);
  });
});
