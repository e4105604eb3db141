import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureEngines } from "#scripts/meter/main.ts";
import { gradeAnswers } from "#scripts/playbook/grade-answers.ts";
import { loadPlaybook, resolvePlaybook, shippedPlaybooks } from "#scripts/playbook/load.ts";
import { localSandbox } from "#scripts/playbook/sandbox.ts";
import { referenceAnswerOf } from "#shared/domain/grading/registry.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import type { Playbook } from "#shared/domain/playbook/schema.ts";
import { score } from "#shared/domain/scoring/score.ts";
import { playbookJudge } from "#shared/use-cases/check-playbook.ts";
import { folderWith } from "#test/builders/sources.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const EXAMPLES = `${ROOT}docs/guides/examples/`;
const sandbox = localSandbox();
beforeAll(ensureEngines, 120_000);

const references = (playbook: Playbook<AnyItem>): Record<string, unknown> =>
  Object.fromEntries(
    playbook.sections.flatMap((section) => section.items.map((item) => [item.id, referenceAnswerOf(item)])),
  );

async function resultOf(playbook: Playbook<AnyItem>, answers: unknown) {
  const grades = await gradeAnswers({ playbook, sandbox }, answers);
  return score({ playbook, stage: "provisional", grades });
}

describe("every playbook that comes with the product", () => {
  const all = [
    ...shippedPlaybooks().map((id) => resolvePlaybook(id).playbook),
    ...readdirSync(EXAMPLES).map((name) => loadPlaybook(EXAMPLES + name).playbook),
  ];

  test.each(all)("$id can be published: all its keys are proven", async (playbook) => {
    expect(await playbookJudge({ sandbox })(playbook)).toEqual({ playbook });
  });

  test.each(all)("$id: reference answers give 100.00, no answers 0.00", async (playbook) => {
    expect(await resultOf(playbook, references(playbook))).toMatchObject({
      score: "100.00",
      recommendation: "advance",
    });
    expect(await resultOf(playbook, {})).toMatchObject({ score: "0.00" });
  });
});

describe("busy-customers", () => {
  const { playbook } = resolvePlaybook("back-end-developer");
  const pointsOf = async (query: string) => {
    const grades = await gradeAnswers({ playbook, sandbox }, { "busy-customers": { query } });
    return grades.find(({ item }) => item === "busy-customers")?.points;
  };

  test.each([
    [
      "a year cut out of the time",
      `SELECT name, n FROM (SELECT customer_id, count(*) n FROM orders WHERE extract(year FROM created_at) = 2024
       GROUP BY customer_id HAVING count(*) > 3) busy JOIN customers ON id = customer_id ORDER BY n DESC, name`,
    ],
    [
      "a correlated count and other names",
      `WITH counted AS (SELECT c.name AS who, (SELECT count(*) FROM orders o WHERE o.customer_id = c.id
       AND o.created_at BETWEEN '2024-01-01' AND '2024-12-31 23:59:59.999999') AS many FROM customers c)
       SELECT who, many FROM counted WHERE many >= 4 ORDER BY 2 DESC, 1 ASC;`,
    ],
  ])("%s is right as well", async (_how, query) => {
    expect(await pointsOf(query)).toBe("4");
  });
});

describe("the author's command line", () => {
  const run = promisify(execFile);
  const playbook = (...args: string[]) =>
    run(process.execPath, ["scripts/playbook.ts", ...args], { cwd: ROOT, maxBuffer: 1e7 }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
    );

  test("grades its own reference answers full", async () => {
    const { stdout: answers } = await playbook("reference", "back-end-developer@1");
    const { folder, remove } = folderWith({ "answers.json": answers });
    const { code, stdout } = await playbook("grade", "back-end-developer", `${folder}/answers.json`, "--json");
    remove();
    const items = JSON.parse(stdout) as { id: string; points: string; max: string; outcome: string; section: string }[];
    expect(code).toBe(0);
    expect(items.map(({ points }) => points)).toEqual(items.map(({ max }) => max));
    expect(items[0]).toMatchObject({ id: "servers", section: "cognitive", outcome: "graded", max: "1" });
  });

  test("scores bare points with the numbers as they are written", async () => {
    const points = `{"paid-totals": 5.10, "busy-customers": 3.4, "servers": 1, "sequence": 1, "pseudocode": 1,
      "delay-email": 4, "unsafe-endpoint": 2, "calculate-total": 2}`;
    const { folder, remove } = folderWith({ "inputs.json": `{"points": ${points}}` });
    const { stdout } = await playbook("score", "back-end-developer", `${folder}/inputs.json`, "--json");
    remove();
    const bounds = { low: "58.00", high: "94.00" };
    expect(JSON.parse(stdout)).toMatchObject({
      score: "90.00",
      stage: "provisional",
      coverage: "64.00",
      bounds,
      session: null,
    });
  });

  test("checks with file, line, path and remedy of all that is wrong, and fails", async () => {
    const { folder, remove } = folderWith({
      "playbook.yaml": "format: assay-playbook/1\nid: Wrong Id\nbands: !file bands.yaml\n",
    });
    const { code, stdout } = await playbook("check", folder);
    remove();
    expect(code).toBe(1);
    expect(stdout).toContain("playbook.yaml:2  id");
    expect(stdout).toContain("playbook.yaml:3  bands");
    expect(stdout).toMatch(/categories\n.*is missing\n.*→/);
  });

  test("refuses unknown items and values that are no answers, each with its path", async () => {
    const { folder, remove } = folderWith({
      "answers.json": '{"nothing": "1", "servers": 2, "unsafe-endpoint": {"best": "z"}}',
    });
    const { code, stderr } = await playbook("grade", "back-end-developer", `${folder}/answers.json`);
    remove();
    expect(code).toBe(1);
    for (const path of ["nothing", "servers", "unsafe-endpoint.best"]) expect(stderr).toContain(`\n${path}\n`);
  });
});
