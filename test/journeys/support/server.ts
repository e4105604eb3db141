import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../../..");

/** What `npm start` writes for scripts. */
export type Endpoints = {
  api_url: string;
  site_url: string;
  console_url: string;
  inbox_url: string;
  issuer_url: string;
  api_key: string;
  staff_tokens: { [name: string]: string };
};

export type AssayServer = {
  endpoints: Endpoints;
  dataDir: string;
  /** Everything the process printed so far. */
  output: () => string;
  /** Ends the process as Ctrl-C does and waits for it. */
  stop: () => Promise<void>;
  /** Ends the process as a power cut does. */
  kill: () => Promise<void>;
  /** Starts it again on the same data, and the same port unless another is given. */
  restart: (at?: { port: number }) => Promise<void>;
  /** Ends the process and removes its data. */
  dispose: () => Promise<void>;
};

/** Starts the product as `npm start` does, on a free port and in a new data folder. */
export async function startAssay(options: { code?: "source" | "bundle" } = {}): Promise<AssayServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "assay-"));
  const port = await freePort();
  const environment = { ...process.env, PORT: String(port), DATA_DIR: dataDir, ASSAY_CODE: options.code ?? "source" };
  let process_ = await launch(environment, dataDir);
  const end = async (signal: NodeJS.Signals) => {
    if (process_.child.exitCode !== null || process_.child.signalCode !== null) return;
    const ended = new Promise((resolve) => process_.child.once("exit", resolve));
    process_.child.kill(signal);
    await ended;
  };
  return {
    endpoints: readEndpoints(dataDir),
    dataDir,
    output: () => process_.output(),
    stop: () => end("SIGINT"),
    kill: () => end("SIGKILL"),
    restart: async (at) => {
      await end("SIGINT");
      process_ = await launch({ ...environment, ...(at && { PORT: String(at.port) }) }, dataDir);
    },
    dispose: async () => {
      await end("SIGINT");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

type Launched = { child: ChildProcess; output: () => string };

async function launch(environment: NodeJS.ProcessEnv, dataDir: string): Promise<Launched> {
  rmSync(endpointsFile(dataDir), { force: true });
  const child = spawn(process.execPath, ["scripts/start.ts"], { cwd: ROOT, env: environment, stdio: "pipe" });
  let text = "";
  child.stdout.on("data", (chunk) => (text += chunk));
  child.stderr.on("data", (chunk) => (text += chunk));
  await until(() => {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${text}`);
    return existsSync(endpointsFile(dataDir));
  }, 60_000);
  return { child, output: () => text };
}

const endpointsFile = (dataDir: string) => path.join(dataDir, "endpoints.json");
export const readEndpoints = (dataDir: string): Endpoints => JSON.parse(readFileSync(endpointsFile(dataDir), "utf8"));

type Truthy<T> = Exclude<T, false | null | undefined | 0 | "">;

/** Polls until `condition` gives something truthy. @throws Error when `timeoutMs` have passed. */
export async function until<T>(condition: () => T | Promise<T>, timeoutMs = 30_000): Promise<Truthy<T>> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value) return value as Truthy<T>;
    if (performance.now() > end) throw new Error(`waited ${timeoutMs} ms in vain for: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
