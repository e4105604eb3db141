import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blocksOf, readPage } from "#test/docs/pages.ts";
import { machine } from "./support/people.ts";
import { type AssayServer, startAssay, until } from "./support/server.ts";

const GUIDES = ["ats/README", "ats/greenhouse", "ats/ashby", "ats/workable", "ats/recruitee", "ats/generic", "mail"];

let server: AssayServer;
let folder: string;
let secret: string;
beforeAll(async () => {
  server = await startAssay();
  folder = mkdtempSync(path.join(tmpdir(), "assay-reader-"));
  mkdirSync(path.join(folder, "repository"));
  // Readers stand in the repository, where `npm start` keeps its data.
  symlinkSync(server.dataDir, path.join(folder, "repository/.local"));
});
afterAll(async () => {
  await server?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a guide's commands one after the other in one shell, as a reader does; a refusal ends it. */
function run(guide: string, curl = "--fail-with-body"): string {
  const commands = blocksOf(readPage(`docs/guides/${guide}.md`), "sh");
  const script = ["set -euo pipefail", `curl() { command curl ${curl} "$@"; echo; }`, ...commands].join("\n");
  return execFileSync("bash", ["-c", script], { cwd: path.join(folder, "repository"), encoding: "utf8" });
}

/** Whether a program prints such a line before it ends. */
async function prints({ stdout }: { stdout: Readable }, wanted: RegExp): Promise<boolean> {
  for await (const line of createInterface({ input: stdout })) if (wanted.test(line)) return true;
  return false;
}

describe("every command of a guide works as it stands", () => {
  test.each(GUIDES)("docs/guides/%s.md", (guide) => {
    const output = run(guide);
    expect(output).not.toContain("urn:assay:problem");
    expect(output.trim().split("\n").length).toBeGreaterThan(0);
  });

  test("docs/guides/integrators.md, but for the result that isn't there yet", { timeout: 60_000 }, () => {
    const statuses = path.join(folder, "statuses");
    const output = run("integrators", `2>> ${statuses} -w '%{stderr}%{http_code} %{url_effective}\\n'`);
    const answers = readFileSync(statuses, "utf8").trim().split("\n");
    expect(answers.length).toBeGreaterThan(12);
    expect(answers.filter((line) => !line.startsWith("2"))).toEqual([expect.stringMatching(/^404 .*\/result$/)]);
    secret = /"secret":"(whsec_[^"]+)"/.exec(output)![1]!;
  });

  test("and the receiver that integrators read of takes the ping", { timeout: 60_000 }, async () => {
    const file = path.join(folder, "receiver.mjs");
    writeFileSync(file, blocksOf(readPage("docs/guides/integrators.md"), "js")[0]!);
    const receiver = spawn(process.execPath, [file], { env: { ...process.env, WEBHOOK_SECRET: secret } });
    const company = machine(server.endpoints);
    try {
      const printed = prints(receiver, /^evt_\w+ ping undefined 0$/);
      const { data } = await company.get("/v1/webhook-endpoints");
      const unsigned = () => fetch("http://127.0.0.1:4720/", { method: "POST" }).catch(() => undefined);
      await until(async () => (await unsigned())?.status === 400);
      await company.post(`/v1/webhook-endpoints/${data[0].id}/test`);
      expect(await printed).toBe(true);
    } finally {
      receiver.kill();
    }
  });

  test("and what Greenhouse's guide shows is what comes back", () => {
    const [shown] = blocksOf(readPage("docs/guides/ats/greenhouse.md"), "json");
    const lines = run("ats/greenhouse").trim().split("\n");
    expect(JSON.parse(lines.at(-1)!)).toEqual(JSON.parse(shown!));
  });

  test("and the mail's guide lists what was sent", () => {
    expect(run("mail")).toContain("Example Company invites you to an assessment");
  });
});
