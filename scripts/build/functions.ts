import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { type ZoneName, zoneSources } from "#infra/zone-sources.ts";
import { ENGINE_DIRECTORY, ENGINE_FILES, ensureEngines } from "../meter/main.ts";
import { leanPlugins, requireTrimmed, type Trimmed } from "./lean-plugins.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const OUTPUT = path.join(ROOT, ".build/functions");

/** What the candidate's function may weigh: its start is the one that somebody waits for. */
export const CANDIDATE_KB = 300;

/** Bytes of JavaScript of one bundle, all its chunks together, and the packages that most of them come from. */
export type BundleSize = { bytes: number; largest: { from: string; bytes: number }[] };
export type BundleReport = BundleSize & { zone: ZoneName };

const engineOf: { [Zone in ZoneName]?: keyof typeof ENGINE_FILES } = {
  "run-javascript": "javascript",
  "run-sql": "sql",
};

/** Bundles every zone's function to `.build/functions/<zone>/index.mjs`, all that it needs included. */
export async function buildFunctions(): Promise<BundleReport[]> {
  await ensureEngines();
  rmSync(OUTPUT, { recursive: true, force: true });
  const zones = Object.keys(zoneSources) as ZoneName[];
  const trimmed: Trimmed = new Set();
  const reports = await Promise.all(zones.map((zone) => bundleZone(zone, path.join(OUTPUT, zone), trimmed)));
  requireTrimmed(trimmed);
  for (const zone of zones) copyEngine(zone);
  return reports;
}

/** Bundles one zone's function into a folder; what could be trimmed is added to `trimmed`. */
export const bundleZone = async (
  zone: ZoneName,
  folder: string,
  trimmed: Trimmed = new Set(),
): Promise<BundleReport> => ({ zone, ...(await bundle(zoneSources[zone], folder, trimmed)) });

/** Bundles a source file of ours, named from the root, to `index.mjs` and its chunks in a folder. */
export async function bundle(source: string, outdir: string, trimmed: Trimmed = new Set()): Promise<BundleSize> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [{ in: source, out: "index" }],
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // What is imported only when needed stays apart, and isn't even parsed at the start.
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    minify: true,
    legalComments: "none",
    metafile: true,
    logLevel: "error",
    plugins: leanPlugins(trimmed),
  });
  return weigh(metafile);
}

function weigh(metafile: Metafile): BundleSize {
  const outputs = Object.values(metafile.outputs);
  const byPackage = new Map<string, number>();
  for (const [input, { bytesInOutput }] of outputs.flatMap(({ inputs }) => Object.entries(inputs))) {
    const from = packageOf(input);
    byPackage.set(from, (byPackage.get(from) ?? 0) + bytesInOutput);
  }
  const largest = [...byPackage].map(([from, bytes]) => ({ from, bytes })).sort((a, b) => b.bytes - a.bytes);
  return { bytes: outputs.reduce((total, { bytes }) => total + bytes, 0), largest: largest.slice(0, 5) };
}

const packageOf = (input: string): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(input)?.[1] ?? "our own";

function copyEngine(zone: ZoneName): void {
  const engine = engineOf[zone];
  if (!engine) return;
  const folder = path.join(OUTPUT, zone, "engines");
  mkdirSync(folder, { recursive: true });
  for (const file of ENGINE_FILES[engine]) {
    cpSync(fileURLToPath(new URL(file, ENGINE_DIRECTORY)), path.join(folder, file));
  }
}
