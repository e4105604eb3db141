import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite, type Site } from "#web/build.ts";

let folder: string;
let site: Site;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-site-"));
  site = await buildSite({ outDir: folder, minify: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const zipped = (paths: string[]) =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0);

describe("the built page", () => {
  test("needs at most 25 KB of script before the first typing", () => {
    expect(zipped(site.take.firstScripts)).toBeLessThanOrEqual(25_000);
  });

  test("needs at most 45 KB of script for the console's first page", () => {
    expect(zipped(site.console.firstScripts)).toBeLessThanOrEqual(45_000);
  });

  test("loads at most 120 KB more, later, with the code editor", () => {
    expect(zipped(site.take.laterScripts)).toBeLessThanOrEqual(120_000);
  });

  test("has no inline script or style, and names every file by its content", async () => {
    const html = await readFile(join(folder, "take/index.html"), "utf8");
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/i);
    expect(html.match(/(?:src|href)="\/take\/assets\/[\w-]+-[A-Z0-9]{8}\.(?:js|css)"/g)).toHaveLength(2);
    expect(html).toContain("script-src 'self'");
    expect(html).not.toContain("{{");
  });
});
