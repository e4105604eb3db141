import { describe, expect, test } from "vitest";
import type { JavaScriptJob, Observation, SandboxJob, SqlJob } from "#shared/domain/grading/sandbox.ts";
import { checkPlaybook } from "#shared/use-cases/check-playbook.ts";
import { patientSandbox } from "#shared/use-cases/patient-sandbox.ts";
import { codingItem } from "#test/builders/coding-item.ts";
import { examplePlaybook } from "#test/builders/example-playbook.ts";

const program = (source: string): JavaScriptJob => ({
  engine: "javascript",
  language: "javascript",
  source,
  entry: "f",
  calls: [],
});
const query = (text: string): SqlJob => ({ engine: "sql", schema: "", data_sets: [], query: text });
const programs = (count: number) => Array.from({ length: count }, (_, index) => program(`${index}`));

/** A sandbox that tells how often it ran, and how many jobs of an engine it had at once. */
function countingSandbox() {
  const now = { javascript: 0, sql: 0 };
  const most = { javascript: 0, sql: 0 };
  const ran: SandboxJob[] = [];
  return {
    ran,
    most,
    run: async (job: SandboxJob): Promise<Observation> => {
      ran.push(job);
      now[job.engine]++;
      most[job.engine] = Math.max(most[job.engine], now[job.engine]);
      await new Promise((done) => setImmediate(done));
      now[job.engine]--;
      return { engine: "javascript", stamp: { id: JSON.stringify(job), sha256: "" }, runs: [] };
    },
  };
}

describe("a patient sandbox", () => {
  test("runs equal jobs once", async () => {
    const sandbox = countingSandbox();
    const { run } = patientSandbox(sandbox, 4);
    const seen = await Promise.all([program("a"), query("a"), program("a"), program("b")].map(run));
    expect(sandbox.ran).toHaveLength(3);
    expect(await run(program("a"))).toBe(seen[0]);
    expect(seen.map(({ stamp }) => stamp.id)).toEqual(
      [program("a"), query("a"), program("a"), program("b")].map((job) => JSON.stringify(job)),
    );
  });

  test("runs one after the other on each engine, both engines at once", async () => {
    const sandbox = countingSandbox();
    await Promise.all([...programs(40), query("a"), query("b")].map(patientSandbox(sandbox, 42).run));
    expect(sandbox.most).toEqual({ javascript: 1, sql: 1 });
  });

  test("takes a few of an engine where jobs are very many", async () => {
    const sandbox = countingSandbox();
    await Promise.all(programs(500).map(patientSandbox(sandbox, 500).run));
    expect(sandbox.most.javascript).toBe(4);
    expect(sandbox.ran).toHaveLength(500);
  });
});

test("an item whose reference can't be run is told once, and nothing else of it is tried", async () => {
  const ran: SandboxJob[] = [];
  const broken = {
    run: async (job: SandboxJob): Promise<Observation> => {
      ran.push(job);
      const runs = (job as JavaScriptJob).calls.map(({ id }) => ({
        id,
        outcome: "engine" as const,
        console: "",
        fuel: 0,
      }));
      return { engine: "javascript", stamp: { id: "none", sha256: "" }, runs };
    },
  };
  const playbook = { ...examplePlaybook(), practice: [codingItem("double")] };
  const { violations } = await checkPlaybook({ sandbox: broken })({ playbook });
  expect(violations.map(({ path }) => path)).toEqual(["practice[0].key.reference"]);
  expect(ran).toHaveLength(1);
});
