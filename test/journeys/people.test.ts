import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resolvePlaybook } from "#scripts/playbook/load.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import { BASE_RATINGS } from "#test/builders/score-inputs.ts";
import { mixedAnswers } from "./support/answers.ts";
import { candidate, machine } from "./support/people.ts";
import { type AssayServer, startAssay, until } from "./support/server.ts";

let server: AssayServer;
beforeAll(async () => {
  server = await startAssay();
});
afterAll(() => server?.dispose());

/** What a person does over HTTP, through the company's key. */
async function as(person: string, method: string, path: string, body?: Json) {
  const response = await fetch(`${server.endpoints.api_url}/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${server.endpoints.api_key}`,
      "assay-actor": person,
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path} was refused: ${JSON.stringify(answer)}`);
  return answer;
}

const ratings = (changed: Record<string, number> = {}): Json =>
  Object.entries({ ...BASE_RATINGS, ...changed }).map(
    ([question, value]): Json => ({
      ...{ question, value, observation: `What was said to ${question}.` },
    }),
  );

async function lock(session: string, interviewer: string, changed?: Record<string, number>) {
  const card = `/sessions/${session}/scorecards/${interviewer}`;
  await as(interviewer, "PUT", card, { ratings: ratings(changed) });
  return as(interviewer, "POST", `${card}/lock`, {});
}

describe("from score to decision over HTTP", () => {
  test("interviews differ and agree, a flag is lifted, the result is final and decided, and all of it verifies", async () => {
    const company = machine(server.endpoints);
    const session = await company.invite();
    const person = candidate(server.endpoints, session.url);
    await person.takeWhole(mixedAnswers);
    await company.result(session.id);
    const sessionPath = `/sessions/${session.id}`;
    await lock(session.id, "int_1", { q3: 5 });
    await until(async () => (await company.get(`/v1${sessionPath}`)).status === "finalized" || undefined);
    await lock(session.id, "int_2", { q3: 2 });
    expect((await company.get(`/v1${sessionPath}/result`)).needs_reconciliation).toMatchObject([{ question: "q3" }]);
    const consensus = { question: "q3", value: 4, reason: "We compared notes." };
    await as("int_1", "POST", `${sessionPath}/consensus`, consensus);
    const flag = await as("int_2", "POST", `${sessionPath}/flags`, {
      flag: "dishonesty",
      observation: "I did it all.",
    });
    await as("rec_1", "POST", `${sessionPath}/flags/${flag.id}/lift`, { reason: "It was true." });
    const result = await company.get(`/v1${sessionPath}/result`);
    expect(result).toMatchObject({ stage: "final", needs_reconciliation: [], flags: [{ state: "lifted" }] });
    await as("rec_1", "POST", `${sessionPath}/decision`, { outcome: "hold", reason: "Another round of talks." });
    const view = await person.view();
    expect(view).toMatchObject({ status: "decided", shared: { score: result.score } });
    expect(await verify(session.id)).toContain("\nVERIFIED");
  });

  test("a person is forgotten: within seconds nothing is stored of them, and the log still verifies", async () => {
    const company = machine(server.endpoints);
    const own = { name: "Zaphira Forgotten", email: "zaphira@example.org" };
    const session = await company.invite({ candidate: own, job: "backend-42" });
    await candidate(server.endpoints, session.url).takeWhole(mixedAnswers);
    await company.result(session.id);
    const sessionPath = `/sessions/${session.id}`;
    await as("adm_1", "POST", `${sessionPath}/hold`, { reason: "A claim." });
    await expect(as("adm_1", "POST", `${sessionPath}/erase`, { reason: "Asked for." })).rejects.toThrow("session_held");
    await as("adm_1", "POST", `${sessionPath}/release`, { reason: "Settled." });
    const erased = await as("adm_1", "POST", `${sessionPath}/erase`, { reason: "Asked for." });
    expect(erased).toMatchObject({ status: "erased", candidate: null, job: "backend-42" });
    await expect(candidate(server.endpoints, session.url).view()).rejects.toThrow("unauthenticated");
    const last = await until(async () => {
      const { data } = await company.get(`/v1${sessionPath}/audit?limit=100`);
      return data.find(({ kind }: { kind: string }) => kind === "erasure.completed");
    });
    expect(last.actor).toBe("system");
    expect(await verify(session.id)).toContain("CHAIN INTACT, REGRADE IMPOSSIBLE");
    const found = await company.get("/v1/sessions?q=zaphira");
    expect(found.data).toEqual([]);
  });

  test("a later version regrades from the command line: first it shows who moves", async () => {
    const company = machine(server.endpoints);
    const { authored } = resolvePlaybook("back-end-developer");
    await company.post("/v1/playbooks", { ...authored, version: 2, summary: "Put more clearly." });
    const later = ["back-end-developer@1", "back-end-developer@2", "--reason", "The summary was unclear."];
    expect(regrade(...later)).toMatch(/^0 of \d+ sessions would move\.\nNothing was changed/m);
    expect(regrade(...later, "--commit")).toMatch(/^0 of \d+ sessions moved\.$/m);
    expect(regrade(...later)).toContain("0 of 0 sessions would move.");
  });
});

function regrade(...parameters: string[]): string {
  const { api_url, api_key } = server.endpoints;
  const command = ["scripts/playbook.ts", "regrade", ...parameters, "--url", api_url, "--key", api_key];
  return spawnSync(process.execPath, command, { encoding: "utf8" }).stdout;
}

/** The session's bundle, byte for byte, by the command that an auditor runs; what people did runs no code. */
async function verify(session: string): Promise<string> {
  const headers = { authorization: `Bearer ${server.endpoints.api_key}` };
  const response = await fetch(`${server.endpoints.api_url}/v1/sessions/${session}/bundle`, { headers });
  const file = path.join(server.dataDir, "decided.json");
  writeFileSync(file, await response.text());
  const { stdout } = spawnSync(process.execPath, ["scripts/verify.ts", file, "--no-runs"], { encoding: "utf8" });
  return stdout;
}
