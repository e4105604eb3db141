import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BundleReport, bundleZone, CANDIDATE_KB } from "#scripts/build/functions.ts";

const PATIENCE = 60_000;
const folder = mkdtempSync(path.join(tmpdir(), "assay-candidate-"));
let report: BundleReport;
beforeAll(async () => {
  report = await bundleZone("candidate", folder);
}, PATIENCE);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the candidate's bundle", () => {
  test("keeps its budget, all that is loaded later included", () => {
    expect(report.bytes / 1024).toBeLessThanOrEqual(CANDIDATE_KB);
  });

  test("holds no command of a service that its zone may not call", () => {
    const texts = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), "utf8"));
    expect(texts.flatMap((text) => text.match(/StartExecution|SendTaskSuccess/g) ?? [])).toEqual([]);
  });

  test("starts without loading undici", { timeout: PATIENCE }, () => {
    const program = `await import(${JSON.stringify(path.join(folder, "index.mjs"))});
      process.stdout.write(JSON.stringify(process.moduleLoadList)); process.exit(0);`;
    const loaded: string[] = JSON.parse(
      execFileSync(process.execPath, ["--input-type=module", "-e", program], { env: ENVIRONMENT, encoding: "utf8" }),
    );
    expect(loaded).toContain("NativeModule http");
    expect(loaded.filter((module) => module.includes("undici"))).toEqual([]);
  });
});

/** As a deployment sets it; nothing listens there, and a start must not mind. */
const ENVIRONMENT = {
  AWS_REGION: "eu-central-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_ENDPOINT_URL: "http://127.0.0.1:9",
  JOURNAL_TABLE: "Journal",
  STATE_TABLE: "State",
  SIGNING_KEY: "key",
  SITE_URL: "https://assay.example",
  JAVASCRIPT_SANDBOX: "run-javascript",
  SQL_SANDBOX: "run-sql",
  WORKFLOW_FUNCTION: "workflow",
};
