import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** A process that can be told from a later one with the same number. */
export type Identity = { pid: number; born: string };

/** Who uses a data folder: the runtime itself, and the children it started there. */
type Register = { runtime: Identity; children: Identity[] };

/** Milliseconds a child gets to end by itself. */
const GRACE = 2000;

/**
 * Claims a data folder for this process; children left by a runtime that was killed are ended first, since two
 * processes must not open one database.
 * @param file the register, inside the folder
 * @throws Error while another runtime that lives uses it
 */
export async function claim(file: string): Promise<Claim> {
  const former = readRegister(file);
  if (former && former.runtime.pid !== process.pid && isAlive(former.runtime)) {
    throw new Error(`process ${former.runtime.pid} already runs on this data folder (${file}); give DATA_DIR another`);
  }
  for (const child of former?.children ?? []) await endProcess(child);
  const register: Register = { runtime: identify(process.pid), children: [] };
  const write = () => writeFileSync(file, JSON.stringify(register));
  write();
  return {
    addChild: (pid) => {
      register.children.push(identify(pid));
      write();
    },
    release: () => rmSync(file, { force: true }),
  };
}

export type Claim = { addChild(pid: number): void; release(): void };

function readRegister(file: string): Register | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Register;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // killed while it was written: then no child was running yet
    throw error;
  }
}

function identify(pid: number): Identity {
  return { pid, born: birthOf(pid) ?? "" };
}

/** When a process began, in its system's own words; undefined when there is none with that number. */
function birthOf(pid: number): string | undefined {
  try {
    if (process.platform === "linux") {
      const status = readFileSync(`/proc/${pid}/stat`, "utf8");
      const [state, ...fields] = status.slice(status.lastIndexOf(")") + 2).split(" ");
      return state === "Z" ? undefined : fields[18];
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return undefined; // both ways fail exactly when there is no such process
  }
}

/** Whether it still runs; one that ended and was not fetched by its parent does not. */
export function isAlive({ pid, born }: Identity): boolean {
  return born !== "" && birthOf(pid) === born;
}

/** Ends the process, unless its number belongs to another one by now. */
async function endProcess(identity: Identity): Promise<void> {
  if (!isAlive(identity)) return;
  process.kill(identity.pid, "SIGTERM");
  for (let waited = 0; waited < GRACE; waited += 10) {
    if (!isAlive(identity)) return;
    await pause(10);
  }
  process.kill(identity.pid, "SIGKILL");
}
