import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder, startSettings, whyNotStarted } from "#scripts/start/settings.ts";

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

describe("the data's folder", () => {
  test("is made with those around it, and left alone where it is", () => {
    const base = mkdtempSync(path.join(tmpdir(), "assay-folder-"));
    makeFolder(path.join(base, "a/b"));
    makeFolder(path.join(base, "a/b"));
    expect(existsSync(path.join(base, "a/b"))).toBe(true);
    rmSync(base, { recursive: true });
  });

  test.runIf(process.platform === "linux")("is refused in a sentence where there can be no folders", () => {
    const failure = (() => {
      try {
        return makeFolder("/proc/assay/data");
      } catch (error) {
        return error;
      }
    })();
    expect(whyNotStarted(failure)).toMatch(/^\/proc\/assay can't be written .*choose another folder with DATA_DIR\.$/);
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
