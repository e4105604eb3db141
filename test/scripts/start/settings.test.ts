import { describe, expect, test } from "vitest";
import { startSettings, whyNotStarted } from "#scripts/start/settings.ts";

const settings = (environment: NodeJS.ProcessEnv) => startSettings(environment, "/product");

describe("where the product starts", () => {
  test("is port 3000 and its own folder, unless the environment says otherwise", () => {
    expect(settings({})).toEqual({ port: 3000, dataDir: "/product/.local", code: "source" });
    expect(settings({ PORT: "", DATA_DIR: "" })).toEqual(settings({}));
    expect(settings({ PORT: "4100", DATA_DIR: "/data", ASSAY_CODE: "bundle" })).toEqual({
      port: 4100,
      dataDir: "/data",
      code: "bundle",
    });
  });

  test.each(["0", "65535", "-1", "3000.5", "abc", "1e3"])("is no port %s", (PORT) => {
    expect(() => settings({ PORT })).toThrow(`PORT must be a whole number from 1 to 65534, not "${PORT}".`);
  });
});

describe("a start that failed", () => {
  test("names what the reader can change", () => {
    expect(whyNotStarted(Object.assign(new Error(), { code: "EADDRINUSE", port: 3000 }))).toBe(
      "The port 3000 is taken; choose another with PORT.",
    );
    expect(whyNotStarted(Object.assign(new Error(), { code: "EACCES", path: "/data/runtime.json" }))).toBe(
      "/data/runtime.json can't be written (EACCES); choose another folder with DATA_DIR.",
    );
  });

  test("is told with its trace where the fault is ours", () => {
    expect(whyNotStarted(new TypeError("fetch failed"))).toBeUndefined();
  });
});
