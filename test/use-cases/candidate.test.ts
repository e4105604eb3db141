import { beforeEach, describe, expect, test } from "vitest";
import { verifySignature } from "#shared/adapters/signatures.ts";
import { ownData, receipt } from "#shared/contracts/shapes/take.ts";
import { headText } from "#shared/domain/journal/head.ts";
import { authenticateCandidate } from "#shared/use-cases/authenticate-candidate.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { exportOwnData } from "#shared/use-cases/export-own-data.ts";
import { readReceipt } from "#shared/use-cases/read-receipt.ts";
import { runExamples } from "#shared/use-cases/run-examples.ts";
import { saveAnswer } from "#shared/use-cases/save-answer.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { submitSection } from "#shared/use-cases/submit-section.ts";
import { viewSession } from "#shared/use-cases/view-session.ts";
import { withdrawSession } from "#shared/use-cases/withdraw-session.ts";
import { codingItem } from "#test/builders/coding-item.ts";
import { type Desk, desk, invite } from "#test/builders/desk.ts";
import { sessionPlaybook } from "#test/builders/session-playbook.ts";
import { clockTime } from "#test/builders/session-story.ts";

let at: Desk;
let session: string;
let url: string;
beforeEach(async () => {
  at = await desk();
  ({ id: session, url } = await invite(at));
  at.at("09:10:00");
});

const openFirst = async () => {
  await startSession(at)({ session });
  return beginSection(at)({ session, section: "first" });
};

describe("the link", () => {
  const tokenOf = (link: string) => link.slice(link.indexOf("#") + 1);

  test("holds the token that lets the candidate in", async () => {
    expect(url).toMatch(/^https:\/\/assay\.example\/take\/#ses_/);
    expect(await authenticateCandidate(at)({ token: tokenOf(url) })).toMatchObject({ session });
  });

  test("with any other secret, session or form lets nobody in", async () => {
    const [id, secret] = tokenOf(url).split(".");
    const other = (await invite(at)).id;
    const wrong = [`${id}.${"A".repeat(43)}`, `${other}.${secret}`, `ses_none.${secret}`, `${id}`, "", `${id}.x.y`];
    for (const token of wrong) {
      await expect(authenticateCandidate(at)({ token })).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });

  test("is known by its hash only: no stored byte gives the secret away", () => {
    const [, secret] = tokenOf(url).split(".");
    expect(JSON.stringify([...at.tables.journals, ...at.tables.heads, ...at.tables.events])).not.toContain(secret);
  });
});

describe("the candidate's way", () => {
  test("from start to done", async () => {
    expect((await viewSession(at)({ session })).next).toBe("start");
    expect((await startSession(at)({ session })).next).toBe("begin");
    const opened = await beginSection(at)({ session, section: "first" });
    expect(opened).toMatchObject({ next: "answer", current: { section: "first", deadline: clockTime("09:15:00") } });
    expect(await saveAnswer(at)({ session, item: "a", value: "2", revision: 0 })).toEqual({
      revision: 1,
      saved_at: clockTime("09:10:00"),
    });
    expect((await submitSection(at)({ session, section: "first" })).next).toBe("begin");
    await beginSection(at)({ session, section: "second" });
    expect(await submitSection(at)({ session, section: "second" })).toMatchObject({ status: "grading", next: "done" });
  });

  test("goes on at the same place on another device", async () => {
    await openFirst();
    await saveAnswer(at)({ session, item: "a", value: "2", revision: 0 });
    const elsewhere = await viewSession({ sessions: at.newLog() })({ session });
    expect(elsewhere.current).toMatchObject({ section: "first", answers: { a: { value: "2", revision: 1 } } });
  });

  test("shows no key at any point", async () => {
    const views = [await viewSession(at)({ session }), await openFirst()];
    expect(JSON.stringify(views)).not.toMatch(/"key"|tolerance|specimens/);
  });

  test("may end by withdrawing", async () => {
    await openFirst();
    expect(await withdrawSession(at)({ session })).toMatchObject({ status: "withdrawn", next: "done" });
    const save = saveAnswer(at)({ session, item: "a", value: "2", revision: 0 });
    await expect(save).rejects.toMatchObject({ code: "wrong_status" });
  });
});

describe("a value", () => {
  test("that is no answer to its item is refused with the place", async () => {
    await openFirst();
    const save = saveAnswer(at)({ session, item: "a", value: { not: "a text" }, revision: 0 });
    await expect(save).rejects.toMatchObject({ code: "invalid_answer", violations: [{ path: "value" }] });
  });

  test("is kept without lone surrogates", async () => {
    await openFirst();
    await saveAnswer(at)({ session, item: "a", value: "x\ud800", revision: 0 });
    expect((await viewSession(at)({ session })).current!.answers["a"]!.value).toBe("x\ufffd");
  });

  test("of null clears", async () => {
    await openFirst();
    await saveAnswer(at)({ session, item: "a", value: "2", revision: 0 });
    await saveAnswer(at)({ session, item: "a", value: null, revision: 1 });
    expect((await viewSession(at)({ session })).current!.answers["a"]).toMatchObject({ value: null, revision: 2 });
  });
});

describe("the receipt", () => {
  test("says what was received and when, and what came late", async () => {
    await openFirst();
    await saveAnswer(at)({ session, item: "a", value: "2", revision: 0 });
    at.at("09:16:00");
    await saveAnswer(at)({ session, item: "b", value: "2", revision: 0 }).catch(() => undefined);
    const given = await readReceipt(at)({ session });
    expect(receipt.parse(given)).toEqual(given);
    expect(given).toMatchObject({ status: "in_progress", submitted_at: null, head: null });
    expect(given.sections[0]).toMatchObject({
      closed: "timeout",
      closed_at: clockTime("09:15:00"),
      answers: [
        { item: "a", revision: 1, saved_at: clockTime("09:10:00"), late: false },
        { item: "b", revision: 1, saved_at: clockTime("09:16:00"), late: true },
      ],
    });
  });

  test("carries the signed head of the submission, the same one each time", async () => {
    await startSession(at)({ session });
    at.at("09:40:00");
    const given = await readReceipt(at)({ session });
    const { head } = given;
    const entries = await at.journal.read(session);
    expect(head).toMatchObject({ seq: entries.length, hash: entries.at(-1)!.hash });
    const { spki } = await at.signer.publicKey();
    const text = headText({ session, playbook_digest: at.published.digest, ...head! });
    expect(verifySignature({ text, signature: head!.signature, spki })).toBe(true);
    expect(await readReceipt(at)({ session })).toEqual(given);
  });
});

test("the own data is everything the journal holds of the candidate, without the link's hash", async () => {
  await openFirst();
  await saveAnswer(at)({ session, item: "a", value: "2", revision: 0 });
  const data = await exportOwnData(at)({ session });
  expect(ownData.parse(data)).toEqual(data);
  expect(data.entries.map(({ kind }) => kind)).toEqual([
    "session.created",
    "session.started",
    "section.opened",
    "answer.saved",
  ]);
  expect(JSON.stringify(data)).toContain("ada@example.com");
  expect(JSON.stringify(data)).not.toContain("link_hash");
});

describe("running the shown examples", () => {
  const value = { language: "javascript", source: "function double(n) { return n * 2; }" };
  const withCoding = async (ran: number) => {
    const minutes = { title: "First", minutes: "5", category: "thinking" };
    at = await desk({
      playbook: sessionPlaybook({ sections: [{ id: "first", ...minutes, items: [codingItem("double")] }] }),
      sandbox: () => ({
        engine: "javascript",
        stamp: { id: "test", sha256: "" },
        runs: [{ id: "two", outcome: "ok", value: { text: String(ran) }, console: "", fuel: 1 }],
      }),
    });
    session = (await invite(at)).id;
    await openFirst();
  };

  test("tells of each what it gave and what was expected, and sends no expected value to the sandbox", async () => {
    await withCoding(4);
    const { runs } = await runExamples(at)({ session, item: "double", value });
    expect(runs).toMatchObject([{ id: "two", passed: true, actual: "4", expected: "4" }]);
    expect(at.ran).toEqual([
      { engine: "javascript", entry: "double", ...value, calls: [{ id: "two", arguments: [2] }] },
    ]);
    await withCoding(5);
    const failed = await runExamples(at)({ session, item: "double", value });
    expect(failed.runs).toMatchObject([{ passed: false, actual: "5", expected: "4" }]);
  });

  test("leaves nothing in the journal", async () => {
    await withCoding(4);
    const before = await at.journal.read(session);
    await runExamples(at)({ session, item: "double", value });
    expect(await at.journal.read(session)).toEqual(before);
  });

  test("is refused for an item that has none, and after closing", async () => {
    await openFirst();
    const nothing = runExamples(at)({ session, item: "a", value: "2" });
    await expect(nothing).rejects.toMatchObject({ code: "nothing_to_run" });
    at.at("09:16:00");
    await expect(runExamples(at)({ session, item: "a", value: "2" })).rejects.toMatchObject({ code: "section_closed" });
  });

  test("has an end", async () => {
    await withCoding(4);
    for (let run = 0; run < 300; run++) await at.usage.count(session, "example_runs");
    const more = runExamples(at)({ session, item: "double", value });
    await expect(more).rejects.toMatchObject({ code: "too_many_runs" });
  });
});
