import { beforeEach, describe, expect, test } from "vitest";
import { localMeans } from "#scripts/verify/means.ts";
import { verifySignature } from "#shared/adapters/signatures.ts";
import { canonicalJson } from "#shared/domain/foundation/json.ts";
import type { Observation } from "#shared/domain/grading/sandbox.ts";
import { type Bundle, bundleSchema } from "#shared/domain/journal/bundle.ts";
import { headText } from "#shared/domain/journal/head.ts";
import { verifyBundle } from "#shared/domain/journal/verify-bundle.ts";
import { verifyChain } from "#shared/domain/journal/verify-chain.ts";
import { accommodateSession } from "#shared/use-cases/accommodate-session.ts";
import { runSection } from "#shared/use-cases/await-workflow.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { exportBundle } from "#shared/use-cases/export-bundle.ts";
import { gradeSection } from "#shared/use-cases/grade-section.ts";
import { publishResult } from "#shared/use-cases/publish-result.ts";
import { readAnswers } from "#shared/use-cases/read-answers.ts";
import { readResult } from "#shared/use-cases/read-result.ts";
import { readSession } from "#shared/use-cases/read-session.ts";
import { reconcile } from "#shared/use-cases/reconcile.ts";
import { saveAnswer } from "#shared/use-cases/save-answer.ts";
import { scoreSession } from "#shared/use-cases/score-session.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { submitSection } from "#shared/use-cases/submit-section.ts";
import { sweep } from "#shared/use-cases/sweep.ts";
import { voidSession } from "#shared/use-cases/void-session.ts";
import { withdrawSession } from "#shared/use-cases/withdraw-session.ts";
import { codingItem } from "#test/builders/coding-item.ts";
import { type Desk, desk, invite } from "#test/builders/desk.ts";
import { verifyMeans } from "#test/builders/scored-journal.ts";
import { sessionPlaybook } from "#test/builders/session-playbook.ts";

let at: Desk;
let session: string;
const open = async (made: Promise<Desk> = desk()) => {
  at = await made;
  session = (await invite(at)).id;
  await startSession(at)({ session });
  await beginSection(at)({ session, section: "first" });
};
beforeEach(() => open());

const kinds = async () => (await at.journal.read(session)).map(({ kind }) => kind);
const runOut = () => at.at("2026-03-02T00:00:00.000Z");
const gradeAll = async () => {
  for (const section of ["first", "second"]) await gradeSection(at)({ session, section });
};

describe("running a section", () => {
  test("keeps the token until the section is closed, then ends the wait", async () => {
    await runSection(at)({ session, section: "first", token: "t1" });
    await reconcile(at)({ stream: session });
    expect(at.workflow.resumed.size).toBe(0);
    await submitSection(at)({ session, section: "first" });
    await reconcile(at)({ stream: session });
    expect([...at.workflow.resumed]).toEqual(["t1"]);
    expect(await at.waitTokens.list(session)).toEqual([]);
  });

  test("of a section that is closed already ends at once", async () => {
    await submitSection(at)({ session, section: "first" });
    await runSection(at)({ session, section: "first", token: "t1" });
    expect([...at.workflow.resumed]).toEqual(["t1"]);
  });

  test("ends at once for a session that its candidate left", async () => {
    await withdrawSession(at)({ session });
    await runSection(at)({ session, section: "second", token: "t1" });
    expect([...at.workflow.resumed]).toEqual(["t1"]);
  });
});

describe("grading a section", () => {
  test("that still runs is put off by the seconds that are left, extra time included", async () => {
    at.at("09:01:00");
    await expect(gradeSection(at)({ session, section: "first" })).rejects.toMatchObject({
      name: "SectionStillOpen",
      message: String(4 * 60 + 5),
    });
    const accommodation = { kind: "multiplier", factor: "2" } as const;
    await accommodateSession(at)({ session, accommodation, actor: "key_1" });
    await expect(gradeSection(at)({ session, section: "first" })).rejects.toMatchObject({ seconds: 9 * 60 + 5 });
    await expect(gradeSection(at)({ session, section: "second" })).rejects.toMatchObject({ seconds: 4 * 60 + 60 + 5 });
  });

  test("whose time is up closes it first and grades the last draft", async () => {
    await saveAnswer(at)({ session, item: "a", value: "9", revision: 0 });
    await saveAnswer(at)({ session, item: "a", value: "2", revision: 1 });
    at.at("09:05:00");
    await saveAnswer({ sessions: at.newLog() })({ session, item: "a", value: "9", revision: 2 }).catch(() => undefined);
    await gradeSection(at)({ session, section: "first" });
    const { answers } = await readAnswers(at)({ session });
    expect(answers.map(({ item, grade }) => [item, grade?.points, grade?.outcome])).toEqual([
      ["a", "1", "graded"],
      ["b", "0", "graded"],
      ["c", undefined, undefined],
    ]);
  });

  test("twice grades once", async () => {
    await submitSection(at)({ session, section: "first" });
    const again = { ...at, sessions: at.newLog() };
    await Promise.all([
      gradeSection(at)({ session, section: "first" }),
      gradeSection(again)({ session, section: "first" }),
    ]);
    await gradeSection(at)({ session, section: "first" });
    expect((await kinds()).filter((kind) => kind === "grade.recorded")).toHaveLength(2);
  });

  test("of a withdrawn session does nothing", async () => {
    await withdrawSession(at)({ session });
    await gradeAll();
    await scoreSession(at)({ session });
    expect(await kinds()).toEqual(["session.created", "session.started", "section.opened", "session.withdrawn"]);
  });
});

describe("an engine that fails", () => {
  const value = { language: "javascript", source: "function double(n) { return n * 2; }" };
  const observed = (outcome: "engine" | "ok"): Observation => ({
    engine: "javascript",
    stamp: { id: "test", sha256: "" },
    runs: [{ id: "three", outcome, ...(outcome === "ok" && { value: { text: "6" } }), console: "", fuel: 1 }],
  });
  const codingDesk = (outcomes: ("engine" | "ok")[]) => {
    const section = { id: "first", title: "First", minutes: "5", category: "thinking", items: [codingItem("double")] };
    return desk({
      playbook: sessionPlaybook({ sections: [section] }),
      sandbox: () => observed(outcomes.shift() ?? "engine"),
    });
  };
  const gradeDouble = async () => {
    await saveAnswer(at)({ session, item: "double", value, revision: 0 });
    await submitSection(at)({ session, section: "first" });
    await gradeSection(at)({ session, section: "first" });
    return (await readAnswers(at)({ session })).answers[0]!.grade;
  };

  test("is tried three times", async () => {
    await open(codingDesk(["engine", "engine", "ok"]));
    expect(await gradeDouble()).toMatchObject({ points: "2", outcome: "graded", evidence: [observed("ok")] });
  });

  test("for good leaves the item not gradable and the result incomplete, never a silent zero", async () => {
    await open(codingDesk([]));
    expect(await gradeDouble()).toMatchObject({ outcome: "not_gradable" });
    expect(at.ran).toHaveLength(3);
    await scoreSession(at)({ session });
    expect(await readResult(at)({ session })).toMatchObject({ recommendation: "incomplete" });
  });
});

describe("scoring", () => {
  test("gives one result, however often it runs, and signs submission and result beside the journal", async () => {
    await saveAnswer(at)({ session, item: "a", value: "2", revision: 0 });
    runOut();
    await gradeAll();
    for (let time = 0; time < 2; time++) await scoreSession({ ...at, sessions: at.newLog() })({ session });
    const result = await readResult(at)({ session });
    expect(result).toMatchObject({ session, version: 1, stage: "provisional", score: "33.33" });
    expect(await readResult(at)({ session, version: 1 })).toEqual(result);
    const entries = await at.journal.read(session);
    const [submitted, computed] = ["session.submitted", "result.computed"].map(
      (kind) => entries.find((entry) => entry.kind === kind)!,
    );
    expect(result.computed_at).toBe(computed!.at);
    for (const { seq, hash } of [submitted!, computed!]) {
      expect(await at.signatures.read(session, seq)).toMatchObject({ seq, hash });
    }
    expect(entries.filter(({ kind }) => kind === "result.computed")).toHaveLength(1);
    expect(at.tables.heads.get(session)).toMatchObject({ status: "scored", score: "33.33", due_at: null });
  });

  test("before every item has its grade fails, so that the step is tried again", async () => {
    runOut();
    await gradeSection(at)({ session, section: "first" });
    await expect(scoreSession(at)({ session })).rejects.toThrow("not graded yet: c");
  });

  test("publishing hands the events to delivery", async () => {
    await publishResult(at)({ session });
    expect(at.delivery.woken).toEqual([session]);
  });
});

describe("reconciling", () => {
  test("starts the workflow with the time each section may take, once", async () => {
    await reconcile(at)({ stream: session });
    await reconcile(at)({ stream: session });
    const sections = [
      { id: "first", seconds: 2 * 60 + 5 * 60 + 5 },
      { id: "second", seconds: 2 * 60 + 30 + 5 },
    ];
    expect([...at.workflow.starts.values()]).toEqual([{ session, sections }]);
  });

  test("hands open events on, of the organisation too", async () => {
    await reconcile(at)({ stream: session });
    await reconcile(at)({ stream: "org" });
    expect(at.delivery.woken).toEqual([session]);
  });

  test("a sweep closes what is due and grades what nobody graded", async () => {
    at.at("09:05:00");
    await sweep(at)();
    expect((await kinds()).at(-1)).toBe("section.closed");
    at.at("09:08:00");
    await sweep(at)();
    expect((await kinds()).at(-1)).toBe("session.submitted");
    at.at("09:08:30");
    await sweep(at)();
    expect(await kinds()).toContain("result.computed");
    expect(await at.index.due("2027-01-01T00:00:00.000Z", 10)).toEqual([]);
  });

  test("a sweep that fails for one session looks after the others all the same", async () => {
    const other = (await invite(at)).id;
    await startSession(at)({ session: other });
    at.tables.journals.set(session, []);
    at.at("09:30:00");
    await expect(sweep({ ...at, sessions: at.newLog() })()).rejects.toBeInstanceOf(AggregateError);
    expect(at.tables.heads.get(other)).toMatchObject({ status: "scored" });
  });
});

describe("a session that ended otherwise after its result", () => {
  const score = async () => {
    runOut();
    await gradeAll();
    await scoreSession(at)({ session });
  };
  const results = async () => (await kinds()).filter((kind) => kind === "result.computed").length;

  test.each([
    ["voided", () => voidSession(at)({ session, reason: "outage", actor: "key_1" })],
    ["withdrawn", () => withdrawSession(at)({ session })],
  ])("is recommended nothing any longer: %s", async (state, end) => {
    await score();
    await end();
    await reconcile(at)({ stream: session });
    expect(await readResult(at)({ session })).toMatchObject({
      version: 2,
      recommendation: null,
      reasons: expect.arrayContaining([expect.objectContaining({ code: `session_${state}` })]),
    });
    expect(await readSession(at)({ session })).toMatchObject({ status: state, recommendation: null });
    expect((await readResult(at)({ session, version: 1 })).recommendation).toBe("reject");
  });

  test("gets one more result, however often it is looked at, and its journal verifies", async () => {
    await score();
    await voidSession(at)({ session, reason: "outage", actor: "key_1" });
    for (let time = 0; time < 3; time++) await reconcile({ ...at, sessions: at.newLog() })({ stream: session });
    expect(await results()).toBe(2);
    const bundle = await exportBundle(at)({ session, actor: "key_1" });
    const means = { ...localMeans(undefined), readPlaybook: verifyMeans().readPlaybook };
    expect(await verifyBundle(bundle, means)).toMatchObject({ verdict: "verified", replayed: { results: 2 } });
  });

  test("and had none gets none", async () => {
    runOut();
    await gradeSection(at)({ session, section: "first" });
    await voidSession(at)({ session, reason: "outage", actor: "key_1" });
    await reconcile(at)({ stream: session });
    expect(await results()).toBe(0);
  });
});

describe("the exported bundle", () => {
  test("is canonical, chained and signed at its last entry, and its export is on record", async () => {
    runOut();
    await gradeAll();
    await scoreSession(at)({ session });
    const text = await exportBundle(at)({ session, actor: "key_1" });
    const bundle = bundleSchema.parse(JSON.parse(text)) as Bundle;
    expect(text).toBe(canonicalJson(bundle));
    expect(verifyChain(bundle.journal, at.identity.digest)).toBeUndefined();
    const { seq, hash, signature } = bundle.head;
    expect(bundle.journal.at(-1)).toMatchObject({ seq, hash });
    const signed = headText({ session, playbook_digest: at.published.digest, ...bundle.head });
    expect(verifySignature({ text: signed, signature, spki: bundle.public_key })).toBe(true);
    expect(at.identity.digest(canonicalJson(bundle.playbook))).toBe(at.published.digest);
    expect(await at.journal.read("org")).toMatchObject([
      { kind: "bundle.exported", actor: "key_1", payload: { session, seq, hash } },
    ]);
  });

  test("is refused before the session is scored", async () => {
    await expect(exportBundle(at)({ session, actor: "key_1" })).rejects.toMatchObject({ code: "wrong_status" });
    expect(await at.journal.read("org")).toEqual([]);
  });
});
