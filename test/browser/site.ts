import { join } from "node:path";
import { buildSite } from "#web/build.ts";

/** Where the pages stand that every browser test opens. */
export const SITE = join(import.meta.dirname, "../../.build/browser-site");

/** Builds the pages once for all files of a run, which may stand beside each other. */
export async function setup(): Promise<void> {
  await buildSite({ outDir: SITE, minify: true });
}
