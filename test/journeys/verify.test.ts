import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resolvePlaybook } from "#scripts/playbook/load.ts";
import { withSandbox } from "#scripts/playbook/sandbox.ts";
import { settableClock } from "#shared/adapters/memory/clock.ts";
import { seededIdentity } from "#shared/adapters/memory/identity.ts";
import { memoryHeadSignatures, memoryPlaybookStore } from "#shared/adapters/memory/records.ts";
import { memorySigner } from "#shared/adapters/memory/signer.ts";
import { memoryJournalStore, memoryTables } from "#shared/adapters/memory/store.ts";
import { memoryWake } from "#shared/adapters/memory/workflow.ts";
import { canonicalJson, type Json } from "#shared/domain/foundation/json.ts";
import { referenceAnswerOf } from "#shared/domain/grading/registry.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { createSession } from "#shared/use-cases/create-session.ts";
import { exportBundle } from "#shared/use-cases/export-bundle.ts";
import { gradeSection } from "#shared/use-cases/grade-section.ts";
import { saveAnswer } from "#shared/use-cases/save-answer.ts";
import { scoreSession } from "#shared/use-cases/score-session.ts";
import { sessionLog } from "#shared/use-cases/session-log.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { submitSection } from "#shared/use-cases/submit-section.ts";

const { playbook } = resolvePlaybook("back-end-developer");
const folder = mkdtempSync(path.join(tmpdir(), "assay-verify-"));
const signer = memorySigner();
let text: string;

/** A wrong program in the coding item, nothing at all for the e-mail, the rest as the playbook's author would answer. */
function answerTo(item: { id: string }): Json {
  if (item.id === "delay-email") return null;
  const answer = referenceAnswerOf(item as never);
  if (item.id === "paid-totals") return { language: "javascript", source: "function paidTotals() { return {}; }" };
  return answer;
}

async function takenSession(sandbox: Sandbox): Promise<string> {
  const clock = settableClock("2026-03-01T10:00:00.000Z");
  const identity = seededIdentity("verify");
  const journal = memoryJournalStore(memoryTables());
  const playbooks = memoryPlaybookStore();
  const sessions = sessionLog({ journal, playbooks, wake: memoryWake(), clock, identity });
  const shared = { sessions, journal, playbooks, clock, identity, signer, sandbox };
  const ports = { ...shared, signatures: memoryHeadSignatures(), site: { url: "http://localhost" } };
  const digest = identity.digest(canonicalJson(playbook));
  await playbooks.publish({ playbook, digest, published_at: clock.now() });
  const candidate = { name: "Ada Example", email: "ada@example.com" };
  const { id: session } = await createSession(ports)({ playbook: playbook.id, candidate, actor: "key_1" });
  await startSession(ports)({ session });
  for (const section of playbook.sections) {
    clock.advance(1_000);
    await beginSection(ports)({ session, section: section.id });
    for (const item of section.items) {
      clock.advance(5_000);
      const value = answerTo(item);
      if (value !== null) await saveAnswer(ports)({ session, item: item.id, value, revision: 0 });
    }
    if (section.id === "accuracy") clock.advance(3_600_000);
    else await submitSection(ports)({ session, section: section.id });
    await gradeSection(ports)({ session, section: section.id });
  }
  await scoreSession(ports)({ session });
  return exportBundle(ports)({ session, actor: "key_1" });
}

function verify(...args: string[]): Promise<{ code: number; out: string }> {
  const script = path.resolve(import.meta.dirname, "../../scripts/verify.ts");
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out: out + err });
    });
  });
}

const fileOf = (name: string, content: string | Buffer): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

beforeAll(async () => {
  text = await withSandbox(takenSession);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("npm run verify", () => {
  test("regrades and rescores a whole session offline, engines included, and says so in plain words", async () => {
    const { id } = await signer.publicKey();
    const { code, out } = await verify(fileOf("good.json", text), "--trust", id);
    expect(out).toMatch(/grades, \d+ runs of code and queries and 1 results came out the same, to the byte/);
    expect(out).toMatch(/Recomputed score: \d+\.\d\d \(provisional\)/);
    expect(out.trim().split("\n").at(-1)).toBe("VERIFIED");
    expect(code).toBe(0);
  });

  test("warns of a key that the file brought along", async () => {
    const { code, out } = await verify(fileOf("good.json", text), "--no-runs");
    expect(out).toContain("Self-asserted key");
    expect(out).toContain("taken as recorded, not repeated");
    expect(code).toBe(0);
  });

  test("names the first entry that fails, and ends with 1", async () => {
    const at = text.indexOf('"seq":12}');
    const hash = text.lastIndexOf('"payload_hash":"', at) + 20;
    const changed = text.slice(0, hash) + (text[hash] === "0" ? "1" : "0") + text.slice(hash + 1);
    const { code, out } = await verify(fileOf("changed.json", changed));
    expect(out).toContain("NOT VERIFIED: entry 12 is the first that fails");
    expect(code).toBe(1);
  });

  test("ends with 1 for another key and for bytes that are no text", async () => {
    expect((await verify(fileOf("good.json", text), "--trust", "0".repeat(64))).code).toBe(1);
    expect((await verify(fileOf("bytes.json", Buffer.from([0xff, 0xfe])))).code).toBe(1);
  });

  test("ends with 2 where there is nothing to verify", async () => {
    expect((await verify()).code).toBe(2);
    expect((await verify(path.join(folder, "missing.json"))).code).toBe(2);
  });
});
