import { existsSync, readFileSync } from "node:fs";
import * as z from "zod/mini";
import type { EngineStamp } from "../../shared/domain/grading/sandbox.ts";

/*
 * The engines' files: a bundled function has them in `engines/` beside its `index.mjs`; when run from source they are
 * where the build step leaves them.
 */
const BUNDLED = new URL("./engines/", import.meta.url);
const BUILT = new URL("../../.build/engines/", import.meta.url);
const directory = existsSync(BUNDLED) ? BUNDLED : BUILT;

const stamps = z.record(z.string(), z.object({ id: z.string(), sha256: z.string() }));

/** @throws Error when the file isn't there: the build step has not been run. */
export function readAsset(name: string): Buffer<ArrayBuffer> {
  return readFileSync(new URL(name, directory));
}

/** Id and wasm hash of an engine, as the build step wrote them down. */
export function readStamp(engine: "javascript" | "sql"): EngineStamp {
  const stamp = z.parse(stamps, JSON.parse(readAsset("stamps.json").toString()))[engine];
  if (!stamp) throw new Error(`stamps.json has no engine ${engine}`);
  return stamp;
}
