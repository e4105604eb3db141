import { beforeEach, describe, expect, test } from "vitest";
import type { Adviser } from "#shared/ports/adviser.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { exportOwnData } from "#shared/use-cases/export-own-data.ts";
import { gradeSection } from "#shared/use-cases/grade-section.ts";
import { saveAnswer } from "#shared/use-cases/save-answer.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { submitSection } from "#shared/use-cases/submit-section.ts";
import { type Desk, desk, invite } from "#test/builders/desk.ts";
import { numericItem, sessionPlaybook } from "#test/builders/session-playbook.ts";
import { writtenItem } from "#test/builders/written-item.ts";

const judgement = { criterion: "delay", judgement: "met", quotes: ["is late"], because: "It says so." };
const said = JSON.stringify({ criteria: [judgement] });

/** An adviser that always says the same, and keeps what it was asked. */
function parrot(reply: string | undefined) {
  const asked: string[] = [];
  const adviser: Adviser = {
    model: "parrot.one-v1:0",
    async reply({ user }) {
      asked.push(user);
      return reply;
    },
  };
  return { asked, adviser };
}

let at: Desk;
let session: string;
beforeEach(async () => {
  const [first, second] = sessionPlaybook().sections;
  const items = [writtenItem(), numericItem("a")];
  at = await desk({ playbook: sessionPlaybook({ sections: [{ ...first!, items }, second!] }) });
  session = (await invite(at)).id;
  await startSession(at)({ session });
  await beginSection(at)({ session, section: "first" });
  await saveAnswer(at)({ session, item: "note", value: "The parcel is late.", revision: 0 });
});

const graded = async (adviser?: Adviser) => {
  await submitSection(at)({ session, section: "first" });
  await gradeSection({ ...at, ...(adviser && { adviser }) })({ session, section: "first" });
  return at.journal.read(session);
};
const kinds = (entries: { kind: string }[]) => entries.map(({ kind }) => kind);

describe("an adviser", () => {
  test("is off unless it is configured", async () => {
    expect(kinds(await graded())).not.toContain("advice.recorded");
  });

  test("is heard after the grades, of written answers alone, and named with its model and prompt", async () => {
    const { adviser, asked } = parrot(said);
    const entries = await graded(adviser);
    expect(asked).toHaveLength(1);
    expect(kinds(entries).slice(-3)).toEqual(["grade.recorded", "grade.recorded", "advice.recorded"]);
    expect(entries.at(-1)!.payload).toEqual({
      item: "note",
      section: "first",
      adviser: { model: "parrot.one-v1:0", prompt_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      criteria: [judgement],
      dropped: 0,
    });
  });

  test("moves no grade", async () => {
    await graded(parrot(JSON.stringify({ criteria: [{ ...judgement, criterion: "cause" }] })).adviser);
    const { state } = await at.sessions.read(session);
    expect(state.grades.get("note")).toMatchObject({ points: "1", open: "0", outcome: "graded" });
  });

  test("is asked once, however often the step runs", async () => {
    const { adviser, asked } = parrot(said);
    await graded(adviser);
    await gradeSection({ ...at, adviser })({ session, section: "first" });
    expect(asked).toHaveLength(1);
  });

  test.each([undefined, "I'd give it five points."])("that says %j holds nothing up", async (reply) => {
    const entries = await graded(parrot(reply).adviser);
    expect(kinds(entries).slice(-2)).toEqual(["grade.recorded", "grade.recorded"]);
  });

  test("isn't asked of a blank", async () => {
    await saveAnswer(at)({ session, item: "note", value: " ", revision: 1 });
    const { adviser, asked } = parrot(said);
    await graded(adviser);
    expect(asked).toEqual([]);
  });

  test("says nothing that the candidate's own data would hold", async () => {
    await graded(parrot(said).adviser);
    const { entries } = await exportOwnData(at)({ session });
    expect(kinds(entries)).not.toContain("advice.recorded");
  });
});
