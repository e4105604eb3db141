import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { MeterOptions } from "./writer.ts";

const require = createRequire(import.meta.url);
const PGLITE = dirname(require.resolve("@electric-sql/pglite"));
/** PGlite's files other than its WebAssembly: time zones, text search dictionaries and the like. */
export const FILE_BUNDLE = join(PGLITE, "pglite.data");

export type EngineSource = {
  /** Name and version, as it stands in every grade's evidence. */
  id: string;
  /** Path of the file as published. */
  wasm: string;
  /** Its SHA-256: another file isn't metered. */
  sha256: string;
  /** File name of the metered module. */
  output: string;
  meter: MeterOptions;
};

/** QuickJS's C stack: global 0 starts at 5,333,088 and the program's data ends at 90,208; the rest is reserve. */
const QUICKJS_STACK = { global: 0, floor: 90_208 + 65_536 };
/** Enough for PostgreSQL to end a cancelled query in order. */
const CANCEL_GRACE = 50_000_000n;

export const ENGINES: Record<"javascript" | "sql", EngineSource> = {
  javascript: {
    id: "quickjs@0.32.0",
    wasm: require.resolve("@jitl/quickjs-wasmfile-release-sync/wasm"),
    sha256: "105c3bed22d457e43e3d1c3c1c6959fda62a8fe06f0fc8a985303c3a2be72232",
    output: "quickjs.wasm",
    meter: { stop: { kind: "trap" }, stack: QUICKJS_STACK },
  },
  sql: {
    id: "pglite@0.5.16",
    wasm: join(PGLITE, "pglite.wasm"),
    sha256: "5256d9ac379f631355f41ab30291e6a6d9f854242b5ee2a2d0940e28041d3fca",
    output: "postgres.wasm",
    meter: { stop: { kind: "cancel", flags: ["QueryCancelPending", "InterruptPending"], grace: CANCEL_GRACE } },
  },
};
