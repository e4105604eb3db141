import { expect, test, vi } from "vitest";
import { systemIdentity } from "#shared/adapters/system/identity.ts";

test("ids carry their prefix and 26 characters that sort by the time of their making", () => {
  const times = [1, 31, 32, 1_700_000_000_000, 1_700_000_000_001, 2_000_000_000_000];
  vi.useFakeTimers();
  const ids = times.map((time) => {
    vi.setSystemTime(time);
    return systemIdentity.id("ses_");
  });
  vi.useRealTimers();
  expect(ids.every((id) => /^ses_[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
  expect([...ids].sort()).toEqual(ids);
});

test("ids, secrets and salts don't repeat", () => {
  const drawn = Array.from({ length: 1_000 }, () => [
    systemIdentity.id("evt_"),
    systemIdentity.secret(32),
    systemIdentity.salt(),
  ]).flat();
  expect(new Set(drawn).size).toBe(3_000);
  expect(systemIdentity.secret(32)).toMatch(/^[\w-]{43}$/);
  expect(systemIdentity.salt()).toMatch(/^[0-9a-f]{32}$/);
});

test("a mint from a seed draws the same again, other things each time, and nothing like another seed's", () => {
  const since = "2026-03-01T10:00:00.000Z";
  const drawn = (seed: string, from = since) => {
    const mint = systemIdentity.mintFrom(seed, from);
    return [mint.id("ses_"), mint.secret(32), mint.id("ses_"), mint.secret(32)];
  };
  expect(drawn("a")).toEqual(drawn("a"));
  expect(new Set([...drawn("a"), ...drawn("b"), ...drawn("a", "2026-03-01T10:00:00.001Z")]).size).toBe(12);
  expect(drawn("a")[0]).toMatch(/^ses_[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(drawn("a")[1]).toMatch(/^[\w-]{43}$/);
  const earlier = drawn("z", "2026-03-01T09:59:59.999Z")[0]!;
  expect(earlier < drawn("a")[0]!).toBe(true);
});

test("a digest is the SHA-256 of the text's UTF-8 bytes", () => {
  expect(systemIdentity.digest("é")).toBe("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
});
