import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { claim } from "#scripts/local/processes.ts";
import { temporaryFolder } from "./fixture/folder.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

const sleeper = () => spawn("sleep", ["60"], { stdio: "ignore" });
const GONE = { pid: 2 ** 22 + 1, born: "1" };

/** What a runtime that was killed leaves: itself gone, its child alive. */
async function abandoned(file: string, child: ReturnType<typeof sleeper>, change: object = {}): Promise<void> {
  const register = await claim(file);
  register.addChild(child.pid!);
  const { children } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ runtime: GONE, children: [{ ...children[0], ...change }] }));
}

describe("a data folder", () => {
  test("is freed of the children that a killed runtime left", async () => {
    const file = `${folder.path}/left.json`;
    const child = sleeper();
    await abandoned(file, child);
    const ended = once(child, "exit");
    (await claim(file)).release();
    expect(await ended).toEqual([null, "SIGTERM"]);
    expect(existsSync(file)).toBe(false);
  });

  test("leaves a process alone that got the number of such a child", async () => {
    const file = `${folder.path}/reused.json`;
    const child = sleeper();
    await abandoned(file, child, { born: "1" });
    (await claim(file)).release();
    expect(child.exitCode ?? child.signalCode).toBeNull();
    child.kill();
  });

  test("is refused while another runtime uses it", async () => {
    const file = `${folder.path}/used.json`;
    const other = sleeper();
    const first = await claim(file);
    first.addChild(other.pid!);
    const { children } = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ runtime: children[0], children: [] }));
    await expect(claim(file)).rejects.toThrow(`process ${other.pid} already runs on this data folder`);
    other.kill();
  });

  test("is claimed where the register was cut off in writing", async () => {
    const file = `${folder.path}/cut.json`;
    writeFileSync(file, '{"runtime":{"pi');
    (await claim(file)).release();
  });
});
