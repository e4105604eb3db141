import { beforeEach, describe, expect, test } from "vitest";
import { fingerprint, verifySignature } from "#shared/adapters/signatures.ts";
import type { ItemBase } from "#shared/domain/grading/contract.ts";
import { gradeItem, referenceAnswerOf } from "#shared/domain/grading/registry.ts";
import { verifyBundle } from "#shared/domain/journal/verify-bundle.ts";
import { parsePlaybook } from "#shared/domain/playbook/parse.ts";
import { presented } from "#shared/domain/playbook/presented.ts";
import type { SessionEntry } from "#shared/domain/session/facts.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { createSession } from "#shared/use-cases/create-session.ts";
import { exportBundle } from "#shared/use-cases/export-bundle.ts";
import { gradeSection } from "#shared/use-cases/grade-section.ts";
import { readAnswers } from "#shared/use-cases/read-answers.ts";
import { readReceipt } from "#shared/use-cases/read-receipt.ts";
import { readResult } from "#shared/use-cases/read-result.ts";
import { saveAnswer } from "#shared/use-cases/save-answer.ts";
import { scoreSession } from "#shared/use-cases/score-session.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { submitSection } from "#shared/use-cases/submit-section.ts";
import { viewSession } from "#shared/use-cases/view-session.ts";
import { type Desk, desk, invite } from "#test/builders/desk.ts";
import { drawingPlaybook } from "#test/builders/drawing-playbook.ts";

const SECTIONS = ["counting", "reading"] as const;
const authored = drawingPlaybook();
const drawnIn = async (at: Desk, session: string) => {
  const { seed } = (await at.sessions.read(session)).state;
  return presented(authored, { seed, digest: at.identity.digest });
};
const inviteBea = (at: Desk) =>
  createSession(at)({
    playbook: "stock-keeper",
    candidate: { name: "Bea Example", email: "bea@example.com" },
    actor: "key_1",
  });

describe("a session of a playbook that draws", () => {
  let at: Desk;
  let session: string;
  beforeEach(async () => {
    at = await desk({ playbook: authored });
    session = (await inviteBea(at)).id;
  });

  /** Takes and grades the session; what was asked is answered by its references. */
  async function taken(): Promise<void> {
    const { sections } = await drawnIn(at, session);
    await startSession(at)({ session });
    for (const [index, section] of SECTIONS.entries()) {
      await beginSection(at)({ session, section });
      for (const item of sections[index]!.items) {
        await saveAnswer(at)({ session, item: item.id, value: referenceAnswerOf(item), revision: 0 });
      }
      await submitSection(at)({ session, section });
    }
    for (const section of SECTIONS) await gradeSection(at)({ session, section });
    await scoreSession(at)({ session });
  }

  test("has its seed in its first entry, and another seed than the next one", async () => {
    const other = (await inviteBea(at)).id;
    const seeds = [session, other].map(async (id) => ((await at.journal.read(id)) as SessionEntry[])[0]!.payload);
    expect((await Promise.all(seeds)).map((payload) => (payload as { seed?: string }).seed)).toEqual([
      expect.stringMatching(/^[\w-]{22}$/),
      expect.stringMatching(/^[\w-]{22}$/),
    ]);
    expect((await at.sessions.read(session)).state.seed).not.toBe((await at.sessions.read(other)).state.seed);
  });

  test("shows, keeps, grades and scores what was drawn and nothing else", async () => {
    const drawn = await drawnIn(at, session);
    const before = await viewSession(at)({ session });
    expect(before.sections.map(({ items }) => items)).toEqual([3, 1]);
    expect(JSON.stringify(before)).not.toContain((await at.sessions.read(session)).state.seed);

    await taken();
    const names = drawn.sections.flatMap(({ items }) => items.map(({ id }) => id));
    const { answers } = await readAnswers(at)({ session });
    expect(answers.map(({ item, grade }) => [item, grade?.points === grade?.max])).toEqual(
      names.map((name) => [name, true]),
    );
    const result = await readResult(at)({ session });
    expect(result.items.map(({ id }) => id)).toEqual(names);
    expect(result).toMatchObject({ score: "100.00", recommendation: "advance" });
    const receipt = await readReceipt(at)({ session });
    expect(receipt.sections.flatMap((section) => section.answers.map(({ item }) => item))).toEqual(names);
  });

  test("tells staff which variant was asked", async () => {
    const first: ItemBase = (await drawnIn(at, session)).sections[0]!.items[0]!;
    const { answers } = await readAnswers(at)({ session });
    expect(answers[0]).toMatchObject({ item: "full-pallets", variant: first.variant });
    expect(answers.find(({ item }) => item !== "full-pallets" && item !== "price")).not.toHaveProperty("variant");
  });

  test("takes no answer to what wasn't drawn", async () => {
    const asked = (await drawnIn(at, session)).sections[1]!.items[0]!.id;
    const other = asked === "dry" ? "fragile" : "dry";
    await startSession(at)({ session });
    const save = saveAnswer(at)({ session, item: other, value: other, revision: 0 });
    await expect(save).rejects.toMatchObject({ code: "item_not_found" });
  });

  test("verifies offline from its bundle, and not with another seed", async () => {
    await taken();
    const means = {
      digest: at.identity.digest,
      fingerprint,
      verifySignature,
      readPlaybook: (value: unknown) => parsePlaybook(value),
      regrade: ({ section, item, answer, evidence }: Parameters<Parameters<typeof verifyBundle>[1]["regrade"]>[0]) =>
        gradeItem({ item, section: section.id, answer, observations: evidence }),
    };
    const text = await exportBundle(at)({ session, actor: "key_1" });
    expect(await verifyBundle(text, means)).toMatchObject({ verdict: "verified", replayed: { grades: 4, results: 1 } });
    const { seed } = (await at.sessions.read(session)).state;
    const tampered = text.replace(seed!, seed!.split("").reverse().join(""));
    expect(await verifyBundle(tampered, means)).toMatchObject({ verdict: "failed", fault: { seq: 1 } });
  });
});

test("a session of a playbook that draws nothing has no seed", async () => {
  const at = await desk();
  const { id } = await invite(at);
  expect((await at.journal.read(id))[0]!.payload).not.toHaveProperty("seed");
});
