import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blocksOf, readPage } from "#test/docs/pages.ts";
import { type AssayServer, startAssay } from "./support/server.ts";

const GUIDES = ["ats/README", "ats/greenhouse", "ats/ashby", "ats/workable", "ats/recruitee", "ats/generic", "mail"];

let server: AssayServer;
let folder: string;
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
function run(guide: string): string {
  const commands = blocksOf(readPage(`docs/guides/${guide}.md`), "sh");
  const script = ["set -euo pipefail", 'curl() { command curl --fail-with-body "$@"; echo; }', ...commands].join("\n");
  return execFileSync("bash", ["-c", script], { cwd: path.join(folder, "repository"), encoding: "utf8" });
}

describe("every command of a guide works as it stands", () => {
  test.each(GUIDES)("docs/guides/%s.md", (guide) => {
    const output = run(guide);
    expect(output).not.toContain("urn:assay:problem");
    expect(output.trim().split("\n").length).toBeGreaterThan(0);
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
