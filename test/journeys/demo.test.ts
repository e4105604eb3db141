import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { machine } from "./support/people.ts";
import { type AssayServer, startAssay } from "./support/server.ts";

let server: AssayServer;
beforeAll(async () => {
  server = await startAssay();
});
afterAll(() => server?.dispose());

test("the demo gives the company candidates at every stage, among them one to reconcile and one with an open flag", async () => {
  const env = { ...process.env, DATA_DIR: server.dataDir };
  const { status, stderr } = spawnSync(process.execPath, ["scripts/demo.ts"], { encoding: "utf8", env });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const company = machine(server.endpoints);
  const { data } = await company.get("/v1/sessions?limit=50");
  const statuses = new Set(data.map((session: { status: string }) => session.status));
  expect([...statuses].sort()).toEqual(["decided", "finalized", "in_progress", "invited", "scored"]);
  const resultOf = (name: string) =>
    company.result(data.find((session: { candidate: { name: string } }) => session.candidate.name === name).id);
  expect(await resultOf("Olu Adeyemi")).toMatchObject({ needs_reconciliation: [{ question: "q3" }] });
  expect(await resultOf("Freya Lund")).toMatchObject({ flags: [{ flag: "dishonesty", state: "raised" }] });
});

test("without a running product the demo says what to start", () => {
  const env = { ...process.env, DATA_DIR: "/nowhere" };
  const { status, stderr } = spawnSync(process.execPath, ["scripts/demo.ts"], { encoding: "utf8", env });
  expect(stderr).toContain('is "npm start" running, with the same DATA_DIR?');
  expect(status).toBe(1);
});
