import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { folderWith } from "#test/builders/sources.ts";

const SCRIPT = join(import.meta.dirname, "../../scripts/playbook.ts");
const { folder, remove } = folderWith({});
afterAll(remove);

/** Calls a command from the author's own folder, as npm does. */
const playbook = (...args: string[]) =>
  promisify(execFile)(process.execPath, [SCRIPT, ...args], { env: { ...process.env, INIT_CWD: folder } }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  );

const change = (name: string, from: string, to: string) => {
  const file = join(folder, name, "playbook.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
};

const WEAK = `practice:
  - id: half
    type: coding
    title: Half
    points: 1
    prompt: Write half(n).
    entry: half
    languages: [javascript]
    key:
      tests: [{ id: four, title: Half of four, arguments: [4], expected: 2 }]
      reference: { language: javascript, source: 'const half = (n) => n - 2;' }
`;

describe("the way of an author", () => {
  test("a new playbook is sound", async () => {
    expect((await playbook("new", "desk")).code).toBe(0);
    expect((await playbook("new", "desk")).code).toBe(1);
    const { code, stdout } = await playbook("check", "desk", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ valid: true, violations: [], warnings: [] });
  });

  test("what the tests miss is a warning with file and line, and fails nothing", async () => {
    await playbook("new", "weak");
    change("weak", "practice:\n", WEAK);
    const { code, stdout } = await playbook("check", "weak", "--mutants");
    expect(code).toBe(0);
    expect(stdout).toContain("half: 3 of 3 small changes of the reference are noticed");
    change("weak", "n - 2", "n - 2 * 1");
    const again = await playbook("check", "weak");
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(
      /playbook\.yaml:\d+ {2}practice\[0\]\.key\.reference\n.*2 \* 1 → 2 \/ 1\n.*→ make a test/,
    );
  });

  test("a change is told in words, and as JSON", async () => {
    await playbook("new", "other");
    change("other", "weight: 40", "weight: 45");
    const { code, stdout } = await playbook("diff", "desk", "other");
    expect(code).toBe(0);
    expect(stdout).toContain('weights: The category "Knowledge" makes up 45 % of the score instead of 40 %.');
    const { changes } = JSON.parse((await playbook("diff", "desk", "other", "--json")).stdout);
    expect(changes).toContainEqual(expect.objectContaining({ area: "weights", effect: "results", after: "45" }));
  });
});
