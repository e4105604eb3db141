import { execFile, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const VERSIONS = "/usr/lib/postgresql";
const FIELD = "\u001f";
const RECORD = "\u001e";
const NULL = "\u001d";
const END = "\u001c";
/** PostgreSQL refuses to run as root; this is Debian's `nobody`. */
const NOBODY = 65_534;

/** Folder of PostgreSQL's programs where Debian puts them, the newest version; `undefined`: there is none. */
export function findPostgres(): string | undefined {
  if (!existsSync(VERSIONS)) return undefined;
  const folders = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a));
  return folders
    .map((version) => path.join(VERSIONS, version, "bin"))
    .find((folder) => ["initdb", "postgres", "psql"].every((program) => existsSync(path.join(folder, program))));
}

/** The rows of a statement, every value as PostgreSQL prints it. */
export type Rows = (string | null)[][];
export type Debian = {
  /** Runs statements, one after the other in one session. @returns the rows of each. */
  run(statements: readonly string[]): Promise<Rows[]>;
  close(): Promise<void>;
};

/** Starts a PostgreSQL of its own in a new folder, reachable by nobody else. */
export async function startDebian(programs: string): Promise<Debian> {
  const folder = mkdtempSync(path.join(tmpdir(), "assay-postgres-"));
  const who = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ("uid" in who) chownSync(folder, NOBODY, NOBODY);
  const data = path.join(folder, "data");
  const options = { ...who, cwd: folder, stdio: "ignore", env: { PATH: programs, LC_ALL: "C", TZ: "UTC" } } as const;
  const settings = [
    "--pgdata",
    data,
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--no-sync",
  ];
  execFileSync(path.join(programs, "initdb"), settings, options);
  const parameters = ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "timezone=UTC", "-c", "fsync=off"];
  const server = spawn(path.join(programs, "postgres"), parameters, options);
  const run: Debian["run"] = (statements) => psql(path.join(programs, "psql"), folder, statements);
  await untilReady(run);
  return {
    run,
    close: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function untilReady(run: Debian["run"]): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await run(["select 1"]);
      return;
    } catch (fault) {
      if (tries === 100) throw fault;
      await wait(200);
    }
  }
}

function psql(program: string, socket: string, statements: readonly string[]): Promise<Rows[]> {
  const connection = ["-X", "-q", "-h", socket, "-U", "postgres", "-d", "postgres", "-v", "ON_ERROR_STOP=1"];
  const layout = ["-A", "-t", "-F", FIELD, "-R", RECORD, "-P", `null=${NULL}`];
  const commands = statements.flatMap((statement) => ["-c", statement, "-c", `\\echo ${END}`]);
  const options = { env: { LC_ALL: "C" }, encoding: "utf8", maxBuffer: 2 ** 26 } as const;
  return new Promise((resolve, reject) => {
    execFile(program, [...connection, ...layout, ...commands], options, (fault, output) =>
      fault ? reject(fault) : resolve(output.split(`${END}\n`).slice(0, -1).map(readRows)),
    );
  });
}

function readRows(output: string): Rows {
  const text = output.replace(/\n$/, "");
  if (text === "") return [];
  return text.split(RECORD).map((record) => record.split(FIELD).map((cell) => (cell === NULL ? null : cell)));
}
