import { describe, expect, test } from "vitest";
import { requireTrimmed, TRIMS } from "#scripts/build/lean-plugins.ts";

describe("what is trimmed off bundles", () => {
  test("is looked at again when a package has nothing of the kind any more", () => {
    expect(() => requireTrimmed(new Set(TRIMS))).not.toThrow();
    expect(() => requireTrimmed(new Set(TRIMS.slice(1)))).toThrow(`nothing is left to trim of ${TRIMS[0]}`);
  });
});
