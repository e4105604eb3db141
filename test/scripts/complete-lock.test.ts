import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { completed } from "#scripts/complete-lock.ts";

const text = readFileSync(path.join(import.meta.dirname, "../../package-lock.json"), "utf8");
const lock = JSON.parse(text);

test("the lock file names the optional packages of every platform, as npm ci demands (npm run complete-lock)", () => {
  expect(Object.keys(completed(lock).packages)).toEqual(Object.keys(lock.packages));
});

test("a missing platform is added, with its version and what it is for", () => {
  const { packages } = completed({
    packages: { "node_modules/tool": { optionalDependencies: { "@tool/linux-x64": "1.2.3" }, dev: true } },
  });
  expect(packages["node_modules/@tool/linux-x64"]).toEqual({
    version: "1.2.3",
    dev: true,
    optional: true,
    os: ["linux"],
    cpu: ["x64"],
  });
});

test("the lock file names no host", () => {
  expect(text).not.toMatch(/"resolved": "https?:/);
});
