import { existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";

/** Where the product answers and keeps its data, and which code its functions run. */
export type StartSettings = { port: number; dataDir: string; code: "source" | "bundle" };

const STANDARD_PORT = 3000;
/** The inbox asks for the port after it. */
const HIGHEST_PORT = 65_534;

/** The settings that the environment gives; an empty one counts as none. @throws RangeError for a PORT that is none */
export function startSettings(environment: NodeJS.ProcessEnv, root: string): StartSettings {
  return {
    port: portOf(environment["PORT"] || String(STANDARD_PORT)),
    dataDir: path.resolve(environment["DATA_DIR"] || path.join(root, ".local")),
    code: environment["ASSAY_CODE"] === "bundle" ? "bundle" : "source",
  };
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= HIGHEST_PORT) return port;
  throw new RangeError(`PORT must be a whole number from 1 to ${HIGHEST_PORT}, not "${text}".`);
}

/**
 * Makes a folder and those around it that are missing, one by one: `recursive` never returns in a place like `/proc`,
 * which has no room for folders and says that something is missing.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (!existsSync(path.dirname(folder))) makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

const UNWRITABLE = new Set(["EACCES", "EEXIST", "ENOSPC", "ENOTDIR", "EPERM", "EROFS"]);

/** What the reader can do about a start that failed, in a sentence; undefined where the fault is ours. */
export function whyNotStarted(error: unknown): string | undefined {
  if (error instanceof RangeError && error.message.startsWith("PORT ")) return error.message;
  const { code, port, syscall, path: file } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE") return `The port ${port} is taken; choose another with PORT.`;
  const isUnwritable = code !== undefined && (UNWRITABLE.has(code) || syscall === "mkdir");
  if (isUnwritable && file) {
    return `${file} can't be written (${code}); choose another folder with DATA_DIR.`;
  }
  return undefined;
}
