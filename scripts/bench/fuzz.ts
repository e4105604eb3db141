import * as fc from "fast-check";
import { OUR_FAULT, type SandboxJob } from "#shared/domain/grading/sandbox.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";
import { readPrograms, readStatements, residentMegabytes, untilMemoryIsBack } from "#test/hostile/corpus.ts";
import { withSandbox } from "../playbook/sandbox.ts";
import { randomProgram } from "./fuzz/random-program.ts";
import { randomQuery } from "./fuzz/random-query.ts";
import { codingJob, sqlJob } from "./jobs.ts";
import type { Measure } from "./measure.ts";

/*
 * `FUZZ_RUNS` and `FUZZ_SEED` choose how many programs and queries there are, and which.
 */

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 300);
const SEED = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const FUEL = 20_000_000;
const HONEST_EVERY = 20;
const MEGABYTES = 256;

type Fuzzed = { what: string; honest: SandboxJob; jobOf: (text: string) => SandboxJob; texts: fc.Arbitrary<string> };

const programs: Fuzzed = {
  what: "programs",
  honest: codingJob,
  texts: randomProgram(readPrograms().map(({ source }) => source)),
  jobOf: (source) => ({
    ...{ engine: "javascript", language: "javascript", entry: "solve", fuel: FUEL },
    ...{ source, calls: [{ id: "call", arguments: [3] }] },
  }),
};
const queries: Fuzzed = {
  what: "queries",
  honest: sqlJob,
  texts: randomQuery(readStatements().map(({ query }) => query)),
  jobOf: (query) => ({
    ...{
      engine: "sql",
      schema: "create table orders (id int primary key, total numeric(10, 2), note text)",
      fuel: FUEL,
    },
    ...{ query, data_sets: [{ id: "set", sql: "insert into orders select n, n, 'n' from generate_series(1, 30) n" }] },
  }),
};

/** Random programs and queries: each ends with an outcome of its own, and honest ones are graded right among them. */
export function measureFuzz(): Promise<Measure[]> {
  return withSandbox(async (sandbox) => [...(await fuzz(sandbox, programs)), ...(await fuzz(sandbox, queries))]);
}

async function fuzz(sandbox: Sandbox, { what, honest, jobOf, texts }: Fuzzed): Promise<Measure[]> {
  const right = JSON.stringify(await sandbox.run(honest));
  const resident = residentMegabytes();
  const outcomes = new Map<string, number>();
  let wrong = 0;
  for (const [index, text] of fc.sample(texts, { numRuns: RUNS, seed: SEED }).entries()) {
    const outcome = (await sandbox.run(jobOf(text))).runs[0]?.outcome ?? "none";
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (outcome === "none" || OUR_FAULT.has(outcome)) console.error(`${outcome}: ${text}`);
    if (index % HONEST_EVERY === 0 && JSON.stringify(await sandbox.run(honest)) !== right) wrong++;
  }
  const faults = ["none", ...OUR_FAULT].reduce((sum, outcome) => sum + (outcomes.get(outcome) ?? 0), 0);
  const kept = (await untilMemoryIsBack(resident + MEGABYTES, () => sandbox.run(honest))) - resident;
  const kinds = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(", ");
  return [
    { name: `random ${what} of seed ${SEED} (${kinds})`, value: RUNS, unit: "" },
    { name: `${what} that broke an engine`, value: faults, unit: "", target: { text: "0", met: faults === 0 } },
    { name: `honest gradings changed by ${what}`, value: wrong, unit: "", target: { text: "0", met: wrong === 0 } },
    {
      name: `memory kept after ${what}`,
      value: kept,
      unit: "MB",
      target: { text: `≤ ${MEGABYTES}`, met: kept <= MEGABYTES },
    },
  ];
}
