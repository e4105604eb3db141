import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hmacSha256 } from "#shared/adapters/http/hmac.ts";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import { readReportToken, reportToken } from "#shared/domain/report/token.ts";

const seal = { key: btoa("k".repeat(32)), hmac: hmacSha256, digest: systemIdentity.digest };
const NOW = "2026-03-01T10:00:00.000Z";
const token = (session = "ses_1", now = NOW) => reportToken(session, seal, { now, days: 90 });

describe("a report's token", () => {
  test("opens its session until it is over", () => {
    expect(readReportToken(token(), seal, NOW)).toEqual({ session: "ses_1", expires_at: "2026-05-31T00:00:00.000Z" });
    expect(readReportToken(token(), seal, "2026-05-30T23:59:59.999Z")).toMatchObject({ session: "ses_1" });
    expect(readReportToken(token(), seal, "2026-05-31T00:00:00.000Z")).toBe("expired");
  });

  test("is the same all day, so that nothing seems to have changed", () => {
    expect(token("ses_1", "2026-03-01T23:59:59.999Z")).toBe(token("ses_1", "2026-03-01T00:00:00.000Z"));
  });

  test("opens nothing once a single character is another", () => {
    fc.assert(
      fc.property(fc.nat(token().length - 1), fc.constantFrom(..."aZ09_-."), (place, character) => {
        const changed = token().slice(0, place) + character + token().slice(place + 1);
        if (changed !== token()) expect(readReportToken(changed, seal, NOW)).toBeUndefined();
      }),
    );
  });

  test("opens nothing under another key, for another session or for longer", () => {
    const [session, expires, mark] = token().split(".");
    for (const forged of [`ses_2.${expires}.${mark}`, `${session}.zzz.${mark}`, "", "x", `${token()}.x`]) {
      expect(readReportToken(forged, seal, NOW)).toBeUndefined();
    }
    expect(readReportToken(token(), { ...seal, key: btoa("other") }, NOW)).toBeUndefined();
  });
});
