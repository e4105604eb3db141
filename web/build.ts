import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { openApi } from "#shared/contracts/openapi.ts";
import { routes } from "#shared/contracts/routes.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);

/** Every page by its address: the folder of `web/` that holds its `main.tsx` and `main.css`, and what its document says. */
const PAGES = {
  take: {
    folder: "candidate",
    title: "Assessment",
    noscript:
      "This assessment needs JavaScript: it saves every word while you type. Please allow it for this page and reload.",
  },
  verify: {
    folder: "verify",
    title: "Verify an assessment · Assay",
    noscript:
      "This page verifies with JavaScript, in your browser. Please allow it, or use the command of the auditors' guide.",
  },
  report: {
    folder: "report",
    title: "Assessment report · Assay",
    noscript: "This page reads the report with JavaScript. Please allow it and reload.",
  },
  console: {
    folder: "console",
    title: "Assay",
    noscript: "The console needs JavaScript. Please allow it for this page and reload.",
  },
  reference: {
    folder: "reference",
    title: "API reference · Assay",
    noscript:
      "This page draws the reference with JavaScript. The document it is drawn from is /reference/openapi.json.",
  },
} as const;

export type PageName = keyof typeof PAGES;
export type SiteOptions = { outDir: string; minify: boolean };

/** What was built: paths relative to the site's root. */
export type Page = {
  /** The page's first script and everything it imports statically. */
  firstScripts: string[];
  /** Scripts loaded when they are needed. */
  laterScripts: string[];
};

export type Site = { [Name in PageName]: Page };

/**
 * Builds every page: `<name>/index.html` and `<name>/assets/*` with hashed names under `outDir`, and beside the reference
 * the document that it is drawn from.
 */
export async function buildSite({ outDir, minify }: SiteOptions): Promise<Site> {
  const names = Object.keys(PAGES) as PageName[];
  const pages = await Promise.all(names.map((name) => buildPage(name, { outDir, minify })));
  await writeFile(join(outDir, "reference", "openapi.json"), JSON.stringify(openApi(routes)));
  return Object.fromEntries(names.map((name, place) => [name, pages[place]])) as Site;
}

async function buildPage(name: PageName, { outDir, minify }: SiteOptions): Promise<Page> {
  const folder = join(outDir, name);
  const { folder: room, title, noscript } = PAGES[name];
  const sources = `web/${room}`;
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await bundle(sources, { folder, minify });
  const entry = outputOf(metafile, `${sources}/main.tsx`);
  const style = outputOf(metafile, `${sources}/main.css`);
  const addressOf = (output: string) => `/${name}/${relative(folder, join(ROOT, output)).replaceAll("\\", "/")}`;
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, "index.html"),
    await html({ title, noscript, script: addressOf(entry), style: addressOf(style), policy: policyOf(name) }),
  );
  const scripts = Object.keys(metafile.outputs).filter((path) => path.endsWith(".js"));
  const first = staticClosure(metafile, entry);
  const named = (paths: string[]) => paths.map((path) => relative(outDir, join(ROOT, path)));
  return { firstScripts: named(first), laterScripts: named(scripts.filter((path) => !first.includes(path))) };
}

function bundle(sources: string, { folder, minify }: { folder: string; minify: boolean }) {
  return build({
    absWorkingDir: ROOT,
    entryPoints: [`${sources}/main.tsx`, `${sources}/main.css`],
    outdir: join(folder, "assets"),
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

/** Of which issuer the console may ask is known where it is deployed; the header there names it. */
const ANY_ISSUER = ["https:", "http://localhost:*", "http://127.0.0.1:*"];

const policyOf = (name: PageName): string =>
  contentSecurityPolicy({ header: false, connect: name === "console" ? ANY_ISSUER : [] });

async function html(values: { [name: string]: string }): Promise<string> {
  const template = await readFile(join(HERE, "page.html"), "utf8");
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_match, name: string) => values[name] ?? "");
}

function outputOf(metafile: Metafile, entryPoint: string): string {
  const found = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entryPoint);
  if (!found) throw new Error(`${entryPoint} was not built.`);
  return found[0];
}

/** A script with everything it imports statically, however deep. */
function staticClosure(metafile: Metafile, entry: string, seen: string[] = []): string[] {
  if (seen.includes(entry)) return seen;
  const imports = metafile.outputs[entry]?.imports.filter((each) => each.kind === "import-statement") ?? [];
  return imports.reduce((all, { path }) => staticClosure(metafile, path, all), [...seen, entry]);
}
