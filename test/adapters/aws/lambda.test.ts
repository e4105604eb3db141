import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { lambdaSandbox } from "#shared/adapters/aws/lambda-sandbox.ts";
import { lambdaWake } from "#shared/adapters/aws/lambda-wake.ts";
import type { JavaScriptJob } from "#shared/domain/grading/sandbox.ts";
import { standInFor } from "#test/builders/aws-service.ts";

const job: JavaScriptJob = {
  engine: "javascript",
  language: "javascript",
  source: "",
  entry: "f",
  calls: [{ id: "one", arguments: [] }],
};

describe("calling functions", () => {
  const calls: { path: string; type: string | undefined; event: unknown }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const type = request.headers["x-amz-invocation-type"] as string | undefined;
    calls.push({ path: request.url!, type, event: JSON.parse(body) });
    if (request.url!.includes("failing")) response.setHeader("x-amz-function-error", "Unhandled");
    response.statusCode = type === "Event" ? 202 : 200;
    const answer = request.url!.includes("babbling") ? "<html>" : JSON.stringify({ engine: "javascript", runs: [] });
    response.end(type === "Event" ? "" : answer);
  });
  standInFor("LAMBDA", server);

  test("a wake hands its event over and waits for nothing", async () => {
    const lost: unknown[] = [];
    await lambdaWake(
      "workflow",
      (stream) => ({ wake: stream }),
      (error) => lost.push(error),
    ).wake("ses_1");
    expect(calls.at(-1)).toMatchObject({ type: "Event", event: { wake: "ses_1" } });
    expect(calls.at(-1)!.path).toContain("/functions/workflow/invocations");
    expect(lost).toEqual([]);
  });

  test("a job goes to the function of its engine and comes back as an observation", async () => {
    const sandbox = lambdaSandbox({ javascript: "run-javascript", sql: "run-sql" });
    expect(await sandbox.run(job)).toEqual({ engine: "javascript", runs: [] });
    expect(calls.at(-1)).toMatchObject({ event: job });
    expect(calls.at(-1)!.path).toContain("/functions/run-javascript/invocations");
  });

  test("an engine that fails gives an observation of our fault, run by run", async () => {
    const sandbox = lambdaSandbox({ javascript: "failing", sql: "failing" });
    expect(await sandbox.run(job)).toMatchObject({
      engine: "javascript",
      runs: [{ id: "one", outcome: "engine", message: expect.stringContaining("failing failed") }],
    });
    const sql = { engine: "sql", schema: "", data_sets: [{ id: "small", sql: "" }], query: "" } as const;
    expect(await sandbox.run({ ...sql, data_sets: [...sql.data_sets] })).toMatchObject({
      engine: "sql",
      runs: [{ id: "small", outcome: "engine" }],
    });
  });

  test("an answer that is none gives one too", async () => {
    const sandbox = lambdaSandbox({ javascript: "babbling", sql: "babbling" });
    expect((await sandbox.run(job)).runs).toMatchObject([{ id: "one", outcome: "engine" }]);
  });
});
