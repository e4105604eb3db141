import { describe, expect, test } from "vitest";
import { createLambdaSandbox, type InvokeFunction } from "#shared/adapters/sandbox/lambda-sandbox.ts";
import type { SandboxJob } from "#shared/domain/grading/sandbox.ts";

const job: SandboxJob = {
  engine: "sql",
  schema: "",
  data_sets: [
    { id: "a", sql: "" },
    { id: "b", sql: "" },
  ],
  query: "",
};
const functions = { javascript: "js-function", sql: "sql-function" };
const sandboxOf = (invoke: InvokeFunction) => createLambdaSandbox({ invoke, functions });

describe("the sandboxes behind Lambda", () => {
  test("get the whole job and answer with the observation", async () => {
    const observation = { engine: "sql", stamp: { id: "x", sha256: "y" }, runs: [] };
    const calls: string[][] = [];
    const sandbox = sandboxOf(async (...call) => {
      calls.push(call);
      return { payload: JSON.stringify(observation), failed: false };
    });
    expect(await sandbox.run(job)).toEqual(observation);
    expect(calls).toEqual([["sql-function", JSON.stringify(job)]]);
  });

  test.each<[string, InvokeFunction]>([
    ["fails", async () => ({ payload: "out of memory", failed: true })],
    ["can't be reached", async () => Promise.reject(new Error("throttled"))],
    ["answers nonsense", async () => ({ payload: "<html>", failed: false })],
  ])("give runs that are our fault when the function %s", async (_name, invoke) => {
    const { runs } = await sandboxOf(invoke).run(job);
    expect(runs.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["a", "engine"],
      ["b", "engine"],
    ]);
  });
});
