import { rmSync } from "node:fs";
import path from "node:path";
import { buildSite } from "#web/build.ts";
import { type BundleReport, buildFunctions } from "./build/functions.ts";

/*
 * `npm run build`: everything that is deployed, in `.build/`: one bundle per zone's function under `functions/`, the
 * candidate's page under `site/`.
 */

const SITE = path.join(import.meta.dirname, "../.build/site");

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;

function lineOf({ zone, bytes, largest }: BundleReport): string {
  const parts = largest.map((part) => `${part.from} ${kilobytes(part.bytes)}`).join(", ");
  return `${zone.padEnd(16)}${kilobytes(bytes).padStart(8)}   ${parts}`;
}

/** Builds functions and page. */
export async function buildAll(): Promise<BundleReport[]> {
  rmSync(SITE, { recursive: true, force: true });
  const [reports] = await Promise.all([buildFunctions(), buildSite({ outDir: SITE, minify: true })]);
  return reports;
}

if (import.meta.main) {
  for (const report of await buildAll()) console.log(lineOf(report));
}
