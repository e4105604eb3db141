import { describe, expect, test } from "vitest";
import { resolvePlaybook } from "#scripts/playbook/load.ts";
import { hiddenTests } from "#shared/domain/report/hidden-tests.ts";
import { grade, lockCard, scored } from "./support.ts";

const reportOf = async ({ person, session }: Awaited<ReturnType<typeof scored>>) =>
  (await person()("read-session-report", { session })).body;

describe("what a result is read with", () => {
  test("names every result, what final results still wait for, and the playbook's rules", async () => {
    const at = await scored();
    const report = await reportOf(at);
    expect(report.results.map(({ version }: { version: number }) => version)).toEqual(
      report.results.map((_: unknown, index: number) => index + 1),
    );
    expect(report.results.at(-1)).toMatchObject({ stage: "provisional", score: "90.00" });
    expect(report.missing).toContainEqual({ question: "q1", raters: 0, needed: 1 });
    expect(report.playbook.bands.map(({ from }: { from: string }) => from)).toEqual(["0", "60", "80"]);
    expect(report.playbook.gates[0]).toHaveProperty("why");
    expect(report.decisions).toEqual([]);
  });

  test("misses nothing once the cards are locked, and keeps every decision", async () => {
    const at = await scored();
    await lockCard(at, "int_1");
    await at.person("rec_1")("finalize-session", { session: at.session });
    await at.person("rec_1")("decide-session", { session: at.session }, { outcome: "advance" });
    await at.person("rec_2")("decide-session", { session: at.session }, { outcome: "hold", reason: "No place yet." });
    const { missing, decisions, session } = await reportOf(at);
    expect(missing).toEqual([]);
    expect(decisions.map(({ outcome, actor }: { outcome: string; actor: string }) => [outcome, actor])).toEqual([
      ["advance", "rec_1"],
      ["hold", "rec_2"],
    ]);
    expect(session).toMatchObject({ status: "decided", outcome: "hold" });
  });

  test("shows an item as the candidate saw it", async () => {
    const at = await scored();
    await grade(at, at.session, { item: "delay-email", points: "1" });
    const { playbook } = await reportOf(at);
    const { asked } = playbook.items.find(({ asked }: { asked: { id: string } }) => asked.id === "delay-email");
    expect(asked).not.toHaveProperty("key");
    expect(asked).not.toHaveProperty("rubric");
    expect(asked).toHaveProperty("prompt");
  });

  test("of a session that nobody has taken there is no test to read", async () => {
    const at = await scored();
    const invited = await at.person()(
      "create-session",
      {},
      { playbook: at.at.published.playbook.id, candidate: { name: "Bo Example", email: "bo@example.com" } },
    );
    const { playbook, results } = await reportOf({ ...at, session: invited.body.id });
    expect(results).toEqual([]);
    expect(playbook.items.flatMap(({ tests }: { tests: unknown[] }) => tests)).toEqual([]);
  });
});

describe("hidden tests", () => {
  const { playbook } = resolvePlaybook("back-end-developer@1");
  const items = playbook.sections.flatMap((section) => section.items);

  test("of code say what is called and what must come back", () => {
    const [first] = hiddenTests(items.find(({ type }) => type === "coding")!);
    expect(first).toMatchObject({ part: null, input: expect.any(Array), throws: null });
  });

  test("of queries say what the tables hold and which rows must come back", () => {
    const [first] = hiddenTests(items.find(({ type }) => type === "sql")!);
    expect(first).toMatchObject({ part: null, input: expect.stringMatching(/insert/i), expected: expect.any(Array) });
  });

  test("there are none of what isn't run", () => {
    expect(hiddenTests(items.find(({ type }) => type === "written")!)).toEqual([]);
  });
});

describe("whoever has a scorecard to fill in", () => {
  test("reads no figure that others' ratings made before the own card is locked", async () => {
    const at = await scored(undefined, undefined, { int_2: ["interviewer", "recruiter"] });
    await lockCard(at, "int_1");
    const { status, body } = await at.person("int_2")("read-session-report", { session: at.session });
    expect([status, body.code]).toEqual([403, "own_card_first"]);
  });
});
