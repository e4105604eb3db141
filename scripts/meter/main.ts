import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ENGINES, type EngineSource, FILE_BUNDLE } from "./engines.ts";
import { meterModule } from "./writer.ts";

/*
 * Builds what the two sandbox functions run: the engines' WebAssembly, metered, with the harness of the one and the
 * database of the other. `node scripts/meter/main.ts` does so when anything it is made from has changed.
 */

const ROOT = new URL("../../", import.meta.url);
const OUTPUT = new URL(".build/engines/", ROOT);
const HARNESS = new URL("functions/grading/javascript/guest/harness.ts", ROOT);
/** What is around PostgreSQL: the program that starts and asks it, and the one that makes the database it starts from. */
const SQL_HOST = ["functions/grading/sql/engine.ts", "scripts/meter/image.ts"];

/** The files each sandbox function needs in `engines/` beside its bundle. */
export const ENGINE_FILES: Record<"javascript" | "sql", string[]> = {
  javascript: ["quickjs.wasm", "harness.js", "stamps.json"],
  sql: ["postgres.wasm", "postgres.data", "base.tar", "stamps.json"],
};

/** Where {@link ENGINE_FILES} lie once built. */
export const ENGINE_DIRECTORY = OUTPUT;

/** What the engines are made from. */
const INPUTS = [
  "scripts/meter/",
  "functions/grading/javascript/guest/",
  "functions/grading/sql/",
  "shared/domain/grading/encode-value.ts",
  "node_modules/@jitl/quickjs-wasmfile-release-sync/package.json",
  "node_modules/@electric-sql/pglite/package.json",
];

/** Builds the engines unless they are there and up to date. Safe to call from several processes at once. */
export async function ensureEngines(): Promise<void> {
  const fingerprint = digestOf(INPUTS.flatMap(filesOf).map((file) => readFileSync(file)));
  const mark = new URL("fingerprint", OUTPUT);
  if (existsSync(mark) && readFileSync(mark, "utf8") === fingerprint) return;
  await buildEngines(fingerprint);
}

function filesOf(path: string): string[] {
  const place = fileURLToPath(new URL(path, ROOT));
  if (!path.endsWith("/")) return [place];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.sort();
}

function digestOf(contents: Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(String(content.length)).update(":").update(content);
  return hash.digest("hex");
}

/** In a folder of its own, whose files then take the places of the old ones: nobody ever sees half a file. */
async function buildEngines(fingerprint: string): Promise<void> {
  const draft = new URL(`.build/engines-${process.pid}/`, ROOT);
  mkdirSync(draft, { recursive: true });
  writeFileSync(new URL("postgres.data", draft), readFileSync(FILE_BUNDLE));
  const [harness, host] = await Promise.all([bundleHarness(draft), digestOfSqlHost(), writeBaseImage(draft)]);
  const { javascript, sql } = ENGINES;
  const stamps = {
    javascript: { id: `${javascript.id}+harness.${harness.slice(0, 12)}`, sha256: writeMetered(javascript, draft) },
    sql: { id: `${sql.id}+host.${host.slice(0, 12)}`, sha256: writeMetered(sql, draft) },
  };
  writeFileSync(new URL("stamps.json", draft), JSON.stringify(stamps));
  mkdirSync(OUTPUT, { recursive: true });
  for (const file of readdirSync(draft)) renameSync(new URL(file, draft), new URL(file, OUTPUT));
  rmSync(draft, { recursive: true });
  writeFileSync(new URL("fingerprint", OUTPUT), fingerprint);
}

const sha256Of = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** @returns the hash of the metered module. */
function writeMetered({ wasm, sha256, output, meter }: EngineSource, folder: URL): string {
  const published = readFileSync(wasm);
  const found = sha256Of(published);
  if (found !== sha256) throw new Error(`${wasm} has the hash ${found}, not the pinned ${sha256}`);
  const metered = meterModule(published, meter);
  writeFileSync(new URL(output, folder), metered);
  return sha256Of(metered);
}

/** @returns the hash of the harness: another harness burns other fuel, so it belongs to the engine's name. */
async function bundleHarness(folder: URL): Promise<string> {
  const { build } = await import("esbuild");
  const outfile = fileURLToPath(new URL("harness.js", folder));
  const options = {
    bundle: true,
    format: "iife",
    target: "es2023",
    minifyWhitespace: true,
    logLevel: "error",
  } as const;
  await build({ ...options, entryPoints: [fileURLToPath(HARNESS)], outfile });
  return sha256Of(readFileSync(outfile));
}

/** Another start or another database takes other steps as well; comments and layout don't count. */
async function digestOfSqlHost(): Promise<string> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: SQL_HOST.map((file) => fileURLToPath(new URL(file, ROOT))),
    outdir: fileURLToPath(OUTPUT),
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    external: ["#*"],
    minifyWhitespace: true,
    logLevel: "error",
  });
  return digestOf(outputFiles.map(({ contents }) => contents));
}

async function writeBaseImage(folder: URL): Promise<void> {
  const { makeBaseImage } = await import("./image.ts");
  writeFileSync(new URL("base.tar", folder), await makeBaseImage());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureEngines();
  console.log(`engines are in ${fileURLToPath(OUTPUT)}`);
}
