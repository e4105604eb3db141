import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { contentSecurityPolicy } from "./content-security-policy.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);

export type SiteOptions = { outDir: string; minify: boolean };

/** What was built: paths relative to the site's root, and for each script those it loads at once. */
export type Site = {
  /** The page's first script and everything it imports statically. */
  firstScripts: string[];
  /** Scripts loaded when they are needed. */
  laterScripts: string[];
};

/** Builds the candidate's page: `take/index.html` and `take/assets/*` with hashed names under `outDir`. */
export async function buildSite({ outDir, minify }: SiteOptions): Promise<Site> {
  const page = join(outDir, "take");
  await rm(page, { recursive: true, force: true });
  const { metafile } = await bundle(page, minify);
  const entry = outputOf(metafile, "web/candidate/main.tsx");
  const style = outputOf(metafile, "web/candidate/main.css");
  await mkdir(page, { recursive: true });
  await writeFile(join(page, "index.html"), await html({ script: toUrl(page, entry), style: toUrl(page, style) }));
  const scripts = Object.keys(metafile.outputs).filter((path) => path.endsWith(".js"));
  const first = staticClosure(metafile, entry);
  const named = (paths: string[]) => paths.map((path) => relative(outDir, join(ROOT, path)));
  return { firstScripts: named(first), laterScripts: named(scripts.filter((path) => !first.includes(path))) };
}

function bundle(page: string, minify: boolean) {
  return build({
    absWorkingDir: ROOT,
    entryPoints: ["web/candidate/main.tsx", "web/candidate/main.css"],
    outdir: join(page, "assets"),
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["chrome120", "firefox121", "safari17.2"],
    jsx: "automatic",
    jsxImportSource: "preact",
    minify,
    legalComments: "none",
    sourcemap: minify ? false : "linked",
    metafile: true,
    logLevel: "warning",
  });
}

async function html(addresses: { script: string; style: string }): Promise<string> {
  const values: { [name: string]: string } = { ...addresses, policy: contentSecurityPolicy({ header: false }) };
  const template = await readFile(join(HERE, "candidate/index.html"), "utf8");
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_match, name: string) => values[name] ?? "");
}

function outputOf(metafile: Metafile, entryPoint: string): string {
  const found = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entryPoint);
  if (!found) throw new Error(`${entryPoint} was not built.`);
  return found[0];
}

function toUrl(page: string, output: string): string {
  return `/take/${relative(page, join(ROOT, output)).replaceAll("\\", "/")}`;
}

/** A script with everything it imports statically, however deep. */
function staticClosure(metafile: Metafile, entry: string, seen: string[] = []): string[] {
  if (seen.includes(entry)) return seen;
  const imports = metafile.outputs[entry]?.imports.filter((each) => each.kind === "import-statement") ?? [];
  return imports.reduce((all, { path }) => staticClosure(metafile, path, all), [...seen, entry]);
}
