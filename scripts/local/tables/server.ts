import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../listen.ts";
import type { Claim } from "../processes.ts";

/** Where tables are kept: an embedded DynamoDB, or one that runs already. */
export type TableServer = { url: string; close(): Promise<void> };

type Options = {
  dataDir: string;
  claim: Claim;
  /** A DynamoDB that runs already. */
  url?: string;
  /** Which embedded one; by default the native one, where this platform has it. */
  kind?: "native" | "portable";
  /** Told when the server ended by itself; nothing works without it. */
  onFailure: (error: Error) => void;
};

/** Starts the embedded DynamoDB as a child process on a free port, unless one is given. */
export async function startTableServer(options: Options): Promise<TableServer> {
  if (options.url) return { url: options.url, close: async () => undefined };
  const port = await freePort();
  const binary = options.kind === "portable" ? undefined : nativeBinary();
  const [command, ...rest] = binary
    ? [binary, "--host", "127.0.0.1", "--port", String(port), "--db-path", join(options.dataDir, "tables.db")]
    : [process.execPath, "--no-warnings", portableServer(), String(port), join(options.dataDir, "tables")];
  const log = openSync(join(options.dataDir, "tables.log"), "a");
  const child = spawn(command!, rest, { stdio: ["pipe", log, log] });
  closeSync(log);
  if (child.pid === undefined) throw new Error(`cannot start ${command}`);
  options.claim.addChild(child.pid);
  const close = supervise(child, options.onFailure);
  return { url: `http://127.0.0.1:${port}`, close };
}

/** The native server's package for this platform, one of the optional dependencies. */
function nativeBinary(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `@dynoxide/${process.platform}-${process.arch}/package.json`,
    );
    const binary = join(dirname(manifest), "dynoxide");
    return existsSync(binary) ? binary : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

function portableServer(): string {
  return fileURLToPath(new URL("./portable-server.ts", import.meta.url));
}

function supervise(child: ChildProcess, onFailure: (error: Error) => void): () => Promise<void> {
  let closing = false;
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  const ended = new Promise<void>((done) => {
    child.once("exit", (code, signal) => {
      process.off("exit", kill);
      if (!closing) onFailure(new Error(`the local DynamoDB ended by itself (${signal ?? `code ${code}`})`));
      done();
    });
  });
  return () => {
    closing = true;
    child.kill("SIGTERM");
    return ended;
  };
}
