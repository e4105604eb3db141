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

const UNWRITABLE = new Set(["EACCES", "EEXIST", "ENOSPC", "ENOTDIR", "EPERM", "EROFS"]);

/** What the reader can do about a start that failed, in a sentence; undefined where the fault is ours. */
export function whyNotStarted(error: unknown): string | undefined {
  if (error instanceof RangeError && error.message.startsWith("PORT ")) return error.message;
  const { code, port, path: file } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE") return `The port ${port} is taken; choose another with PORT.`;
  if (code !== undefined && UNWRITABLE.has(code) && file) {
    return `${file} can't be written (${code}); choose another folder with DATA_DIR.`;
  }
  return undefined;
}
