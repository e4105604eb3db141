import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createJavaScriptEngine } from "#functions/grading/javascript/engine.ts";
import * as javascript from "#functions/grading/javascript/main.ts";
import * as sql from "#functions/grading/sql/main.ts";
import { createWorkerHost } from "#functions/grading/worker-host.ts";
import { ensureEngines } from "#scripts/meter/main.ts";
import { createInProcessSandbox } from "#shared/adapters/sandbox/in-process-sandbox.ts";
import type { JavaScriptJob, SandboxJob } from "#shared/domain/grading/sandbox.ts";

beforeAll(ensureEngines, 60_000);
afterAll(async () => {
  await javascript.close();
  await sql.close();
});

const program = (source: string, language: "javascript" | "typescript" = "javascript"): SandboxJob => ({
  ...{ engine: "javascript", language, source, entry: "solve", calls: [{ id: "a", arguments: [2] }] },
});
const query: SandboxJob = { engine: "sql", schema: "", data_sets: [{ id: "a", sql: "" }], query: "select 2 as two" };

describe("the sandbox functions", () => {
  const sandbox = createInProcessSandbox({ javascript: javascript.handler, sql: sql.handler });

  test("run programs and queries, whatever comes in which order", async () => {
    const seen = await Promise.all([sandbox.run(program("const solve = (n) => n * n")), sandbox.run(query)]);
    expect(seen[0]!.runs[0]).toMatchObject({ outcome: "ok", value: { text: "4" } });
    expect(seen[1]!.runs[0]).toMatchObject({ outcome: "ok", rows: [["2"]] });
  });

  test("see in their thread what the engine sees without one", async () => {
    const job = program(
      "const solve = (n) => { console.log(n); return [Math.random(), Date.now(), new Map([[n, 1n]])] }",
    );
    const direct = createJavaScriptEngine();
    expect(await sandbox.run(job)).toEqual(await direct.run(job as JavaScriptJob));
  });

  test("refuse a malformed job and say where", async () => {
    await expect(javascript.handler({ engine: "javascript", entry: "a b" })).rejects.toThrow(/malformed.*entry/s);
    await expect(sql.handler({ ...query, data_sets: 1 })).rejects.toThrow(/data_sets/);
  });

  test("read honest TypeScript after a text that broke Node's type stripper", async () => {
    const bomb = `const solve = () => ${"[".repeat(32_000)}`;
    expect((await sandbox.run(program(bomb, "typescript"))).runs[0]!.outcome).toBe("load-error");
    const honest = await sandbox.run(program("const solve = (n: number) => n + 1", "typescript"));
    expect(honest.runs[0]).toMatchObject({ outcome: "ok", value: { text: "3" } });
  });

  test("recurse as deeply on their own stack as the limit says", async () => {
    const source =
      "let depth = 0; const dive = () => { depth++; dive() }; function solve() { try { dive() } catch {} return depth > 5000 }";
    expect((await sandbox.run(program(source))).runs[0]).toMatchObject({ outcome: "ok", value: { text: "true" } });
  });
});

describe("a thread that doesn't answer", () => {
  const module = new URL("./fixtures/stubborn-engine.ts", import.meta.url);
  const host = createWorkerHost<string, string>({
    ...{ module, role: "stubborn", wallMilliseconds: 2_000 },
    ours: (_job, outcome) => outcome,
  });
  afterAll(host.close);

  test("is stopped and replaced, and the fault is ours", async () => {
    expect(await host.run("hang")).toBe("wall");
    expect(await host.run("greet")).toBe("hello");
  });

  test("may also break or end itself", async () => {
    expect(await host.run("throw")).toBe("engine");
    expect(await host.run("exit")).toBe("engine");
    expect(await host.run("greet")).toBe("hello");
  });

  test("sees nothing of its host's environment", async () => {
    expect(await host.run("environment")).toBe("{}");
  });
});
