import { type ExecFileException, execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureEngines } from "#scripts/meter/main.ts";
import type { Observation, SandboxJob } from "#shared/domain/grading/sandbox.ts";
import { readPrograms, readStatements } from "./corpus.ts";
import { HONEST_JOBS } from "./support/honest-jobs.ts";

const PROGRAM = fileURLToPath(new URL("./support/grade-jobs.ts", import.meta.url));
const NODE_22 = fileURLToPath(new URL("../node-22/node_modules/.bin/node", import.meta.url));
const FUEL = 30_000_000;

const everyNth = <Element>(step: number, list: readonly Element[]): Element[] =>
  list.filter((_, index) => index % step === 0);

const ordersOf = (rows: number) =>
  `insert into orders select n, n * 1.5, 'note ' || n from generate_series(1, ${rows}) n`;

const programs: SandboxJob[] = everyNth(6, readPrograms()).map(({ source }) => ({
  ...{ engine: "javascript", language: "javascript", entry: "solve", fuel: FUEL },
  ...{ source, calls: [{ id: "call", arguments: [21] }] },
}));
const queries: SandboxJob[] = everyNth(10, readStatements()).map(({ query }) => ({
  ...{ engine: "sql", schema: "create table orders (id int primary key, total numeric(10, 2), note text)", fuel: FUEL },
  ...{ query, data_sets: [50, 5].map((rows) => ({ id: `${rows} rows`, sql: ordersOf(rows) })) },
}));
const jobs = [...programs, ...queries, ...HONEST_JOBS];

/** Grades all jobs in a process of its own, as the functions do ("threads") or on its main thread ("in-process"). */
function gradeIn(node: string, where: "threads" | "in-process", given = jobs): Promise<Observation[]> {
  return new Promise((resolve, reject) => {
    const settle = (fault: ExecFileException | null, output: string) =>
      fault ? reject(fault) : resolve(JSON.parse(output));
    const options = { maxBuffer: 64 * 2 ** 20 };
    const child = execFile(node, ["--disable-warning=ExperimentalWarning", PROGRAM, where], options, settle);
    child.stdin?.end(JSON.stringify(given));
  });
}

describe("the same jobs end the same, in verdict, value, output and fuel", () => {
  let first: Observation[];
  beforeAll(async () => {
    await ensureEngines();
    first = await gradeIn(process.execPath, "threads");
  });

  test("and are at least 40 programs and 25 queries, hostile and honest", () => {
    const count = (engine: string) => jobs.filter((job) => job.engine === engine).length;
    expect(count("javascript")).toBeGreaterThanOrEqual(40);
    expect(count("sql")).toBeGreaterThanOrEqual(25);
    const outcomes = new Set(first.flatMap(({ runs }) => runs.map(({ outcome }) => outcome as string)));
    for (const outcome of ["ok", "fuel", "threw", "sql-error"]) expect(outcomes).toContain(outcome);
    expect(outcomes).not.toContain("engine");
  });

  test("in another process that gets them in another order", async () => {
    const again = await gradeIn(process.execPath, "threads", jobs.toReversed());
    expect(again.toReversed()).toEqual(first);
  });

  test("without a thread, but for those who need a thread's deep stack", async () => {
    const isDeep = ({ runs }: Observation) => runs.some(({ message = "" }) => /stack/.test(message));
    const shallow = jobs.filter((_, index) => !isDeep(first[index]!));
    expect(shallow.length).toBeGreaterThan(0.8 * jobs.length);
    expect(await gradeIn(process.execPath, "in-process", shallow)).toEqual(first.filter((seen) => !isDeep(seen)));
  });

  const has22 = existsSync(NODE_22);
  test.skipIf(!has22)(`on Node 22${has22 ? "" : ": skipped, for npm has none for this machine"}`, async () => {
    expect(await gradeIn(NODE_22, "threads")).toEqual(first);
  });
});
