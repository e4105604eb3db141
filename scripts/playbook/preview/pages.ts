import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSite } from "#web/build.ts";

const ASSETS = fileURLToPath(new URL("./assets", import.meta.url));
const RELOAD = '<script type="module" src="/preview/reload.js"></script>';

/** Builds the candidate's page as it is deployed, and has it follow the playbook. */
export async function buildPages(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "assay-preview-"));
  await buildSite({ outDir: folder, minify: true });
  const page = join(folder, "take/index.html");
  await writeFile(page, (await readFile(page, "utf8")).replace("</head>", `  ${RELOAD}\n  </head>`));
  await cp(ASSETS, join(folder, "preview"), { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
