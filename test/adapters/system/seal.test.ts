import { describe, expect, test } from "vitest";
import { seal, unseal } from "#shared/adapters/system/seal.ts";

describe("a sealed text", () => {
  test("is read again by whoever knows the secret", () => {
    expect(unseal(seal("Grüße, ¶ 1", "secret"), "secret")).toBe("Grüße, ¶ 1");
  });

  test("is never sealed the same way twice", () => {
    expect(seal("text", "secret").equals(seal("text", "secret"))).toBe(false);
  });

  test("says nothing to another secret, nor after any change", () => {
    const sealed = seal("text", "secret");
    expect(() => unseal(sealed, "other")).toThrow();
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => unseal(changed, "secret")).toThrow();
    }
  });
});
