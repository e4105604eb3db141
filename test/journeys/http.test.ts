import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Json } from "#shared/domain/foundation/json.ts";
import { mixedAnswers, mixedFigures } from "./support/answers.ts";
import { candidate, machine } from "./support/people.ts";
import { type AssayServer, startAssay } from "./support/server.ts";

let server: AssayServer;
beforeAll(async () => {
  server = await startAssay();
});
afterAll(() => server?.dispose());

async function takeAndScore(answers: { [item: string]: Json }) {
  const company = machine(server.endpoints);
  const session = await company.invite();
  await candidate(server.endpoints, session.url).takeWhole(answers);
  return { company, session, result: await company.result(session.id) };
}

const referenceAnswers = (): { [item: string]: Json } =>
  JSON.parse(
    execFileSync(process.execPath, ["scripts/playbook.ts", "reference", "back-end-developer"], { encoding: "utf8" }),
  );

describe("a session over HTTP alone", () => {
  test("perfect answers give 100.00 provisional", async () => {
    const { result } = await takeAndScore(referenceAnswers());
    expect(result).toMatchObject({
      stage: "provisional",
      score: "100.00",
      coverage: "64.00",
      bounds: { low: "64.00", high: "100.00" },
      recommendation: "advance",
    });
  });

  test("empty answers give 0.00 and fire the technical gate", async () => {
    const { result } = await takeAndScore({});
    expect(result).toMatchObject({ score: "0.00", bounds: { low: "0.00", high: "36.00" }, recommendation: "reject" });
    const technical = result.gates.filter((gate: { fired: boolean }) => gate.fired);
    expect(technical).toContainEqual(expect.objectContaining({ effect: "reject", fired: true }));
  });

  test("a mixed set gives the figure computed by hand", async () => {
    const { result } = await takeAndScore(mixedAnswers);
    expect(result).toMatchObject(mixedFigures);
  });

  test("a session can be verified offline from its exported bundle", async () => {
    const { company, session } = await takeAndScore(mixedAnswers);
    const answer = await fetch(`${server.endpoints.api_url}/v1/sessions/${session.id}/bundle`, {
      headers: { authorization: `Bearer ${server.endpoints.api_key}` },
    });
    const text = await answer.text();
    const file = path.join(server.dataDir, "bundle.json");
    writeFileSync(file, text);
    const keys = await company.get("/.well-known/assay-keys");
    const trust = keys.keys[0].key_id;
    expect(verify(file, "--trust", trust)).toMatchObject({ status: 0 });
    writeFileSync(file, text.replace('"revision":1', '"revision":2'));
    expect(verify(file, "--trust", trust).status).not.toBe(0);
  });
});

function verify(...parameters: string[]): { status: number; output: string } {
  try {
    return {
      status: 0,
      output: execFileSync(process.execPath, ["scripts/verify.ts", ...parameters], { encoding: "utf8" }),
    };
  } catch (error) {
    const failed = error as { status: number; stdout: string };
    return { status: failed.status, output: failed.stdout };
  }
}
