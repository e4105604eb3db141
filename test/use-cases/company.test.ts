import { beforeEach, describe, expect, test } from "vitest";
import { createdSession, session as sessionShape } from "#shared/contracts/shapes/session.ts";
import { accommodateSession } from "#shared/use-cases/accommodate-session.ts";
import { authenticateMachine } from "#shared/use-cases/authenticate-machine.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { cancelSession } from "#shared/use-cases/cancel-session.ts";
import { createSession } from "#shared/use-cases/create-session.ts";
import { extendSession } from "#shared/use-cases/extend-session.ts";
import { listSessions } from "#shared/use-cases/list-sessions.ts";
import { readAnswers } from "#shared/use-cases/read-answers.ts";
import { readAudit } from "#shared/use-cases/read-audit.ts";
import { readKeys } from "#shared/use-cases/read-keys.ts";
import { readResult } from "#shared/use-cases/read-result.ts";
import { readSession } from "#shared/use-cases/read-session.ts";
import { saveAnswer } from "#shared/use-cases/save-answer.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { viewSession } from "#shared/use-cases/view-session.ts";
import { voidSession } from "#shared/use-cases/void-session.ts";
import { type Desk, desk, invite } from "#test/builders/desk.ts";
import { sessionPlaybook } from "#test/builders/session-playbook.ts";
import { clockTime, EXPIRES } from "#test/builders/session-story.ts";

const actor = "key_1";
const candidate = { name: "Ada Example", email: "ada@example.com" };
let at: Desk;
beforeEach(async () => {
  at = await desk();
});

describe("an invitation", () => {
  test("takes the latest version of a playbook, or the one named, and holds for fourteen days", async () => {
    await at.playbooks.publish({ ...at.published, playbook: sessionPlaybook({ version: 2 }) });
    const latest = await createSession(at)({ playbook: "small", candidate, actor });
    expect(latest).toMatchObject({ status: "invited", playbook: "small@2", expires_at: EXPIRES, score: null });
    expect(createdSession.parse(latest)).toEqual(latest);
    expect(await createSession(at)({ playbook: "small@1", candidate, actor })).toMatchObject({ playbook: "small@1" });
  });

  test("keeps what the company gave along", async () => {
    const given = { metadata: { job: "42" }, redirect_url: "https://company.example/thanks", accommodation: null };
    const { id } = await createSession(at)({ playbook: "small", candidate, actor, ...given });
    expect(await readSession(at)({ session: id })).toMatchObject({ metadata: { job: "42" }, candidate });
    expect(await viewSession(at)({ session: id })).toMatchObject({ redirect_url: "https://company.example/thanks" });
  });

  test.each([
    ["playbook_not_found", { playbook: "nobody" }],
    ["playbook_not_found", { playbook: "small@9" }],
    ["invalid_expiry", { expires_at: "2026-02-01T00:00:00.000Z" }],
    ["invalid_accommodation", { accommodation: { kind: "multiplier", factor: "100" } as const }],
  ])("is refused with %s for %j, and leaves nothing behind", async (code, wrong) => {
    const create = createSession(at)({ playbook: "small", candidate, actor, ...wrong });
    await expect(create).rejects.toMatchObject({ code });
    expect(at.tables.journals.size).toBe(0);
  });
});

describe("a session, seen by its company", () => {
  test("is listed with the newest first and never shows extra time", async () => {
    const accommodation = { kind: "untimed" } as const;
    const first = await createSession(at)({ playbook: "small", candidate, actor, accommodation });
    at.at("09:01:00");
    const second = await invite(at);
    const { data, next_cursor } = await listSessions(at)({});
    expect(data.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(next_cursor).toBeNull();
    expect(JSON.stringify([data, await readSession(at)({ session: first.id })])).not.toMatch(/accommodation|untimed/);
    expect(sessionShape.parse(data[0])).toEqual(data[0]);
  });

  test("that expired is shown as expired as soon as anybody looks", async () => {
    const { id } = await invite(at);
    at.at("2026-04-01T00:00:00.000Z");
    expect(await readSession(at)({ session: id })).toMatchObject({ status: "expired", updated_at: EXPIRES });
  });

  test("can be extended, canceled or declared void, each with its own refusals", async () => {
    const { id: session } = await invite(at);
    const expires_at = "2026-04-01T00:00:00.000Z";
    expect(await extendSession(at)({ session, expires_at, actor })).toMatchObject({ expires_at });
    await expect(voidSession(at)({ session, reason: "outage", actor })).rejects.toMatchObject({ code: "wrong_status" });
    expect(await cancelSession(at)({ session, reason: "filled", actor })).toMatchObject({ status: "canceled" });
    await expect(extendSession(at)({ session, expires_at: EXPIRES, actor })).rejects.toMatchObject({
      code: "wrong_status",
      data: { session_status: "canceled" },
    });
    const unknown = cancelSession(at)({ session: "ses_none", reason: null, actor });
    await expect(unknown).rejects.toMatchObject({ code: "session_not_found" });
  });

  test("gets extra time while a section runs, and the candidate sees the new deadline at once", async () => {
    const { id: session } = await invite(at);
    await startSession(at)({ session });
    await beginSection(at)({ session, section: "first" });
    const accommodation = { kind: "minutes", minutes: "2.5" } as const;
    await accommodateSession({ sessions: at.newLog() })({ session, accommodation, actor });
    const view = await viewSession(at)({ session });
    expect(view).toMatchObject({ accommodation, current: { deadline: clockTime("09:07:30") } });
    at.at("09:07:00");
    expect(await saveAnswer(at)({ session, item: "a", value: "2", revision: 0 })).toMatchObject({ revision: 1 });
  });

  test("has no result before it is scored", async () => {
    const { id: session } = await invite(at);
    for (const version of [undefined, 1]) {
      await expect(readResult(at)({ session, version })).rejects.toMatchObject({ code: "result_not_found" });
    }
  });

  test("shows answers by the playbook's order, given or not, in time or late", async () => {
    const { id: session } = await invite(at);
    await startSession(at)({ session });
    await beginSection(at)({ session, section: "first" });
    await saveAnswer(at)({ session, item: "b", value: "2", revision: 0 });
    at.at("09:06:00");
    await saveAnswer(at)({ session, item: "b", value: "3", revision: 1 }).catch(() => undefined);
    const { answers } = await readAnswers(at)({ session });
    expect(answers.map(({ item, answer }) => [item, answer?.value ?? null])).toEqual([
      ["a", null],
      ["b", "2"],
      ["c", null],
    ]);
    expect(answers[1]).toMatchObject({ section: "first", type: "numeric", late: [{ value: "3" }], grade: null });
  });

  test("has a log whose pages skip and repeat nothing while it grows", async () => {
    const { id: session } = await invite(at);
    await startSession(at)({ session });
    await beginSection(at)({ session, section: "first" });
    let revision = 0;
    const save = () => saveAnswer(at)({ session, item: "a", value: `${revision}`, revision: revision++ });
    for (let early = 0; early < 2; early++) await save();
    const seen: number[] = [];
    for (let cursor: string | null = null; ; ) {
      const page: Awaited<ReturnType<ReturnType<typeof readAudit>>> = await readAudit(at)({
        session,
        limit: 2,
        ...(cursor !== null && { cursor }),
      });
      seen.push(...page.data.map(({ seq }) => seq));
      cursor = page.next_cursor;
      if (cursor === null) break;
      await save();
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("has a log of which a page reads no further than it must, however long the rest is", async () => {
    const { id: session } = await invite(at);
    await startSession(at)({ session });
    await beginSection(at)({ session, section: "first" });
    for (let revision = 0; revision < 20; revision++) {
      await saveAnswer(at)({ session, item: "a", value: `${revision}`, revision });
    }
    const before = at.calls.entries;
    expect((await readAudit(at)({ session, limit: 2, cursor: "3" })).next_cursor).toBe("5");
    expect(at.calls.entries - before).toBe(3);
  });

  test("has a log that is read page by page", async () => {
    const { id: session } = await invite(at);
    at.at("23:00:00");
    await startSession(at)({ session });
    at.at("2026-03-02T09:00:00.000Z");
    const first = await readAudit(at)({ session, limit: 4 });
    expect(first.data.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    const rest = await readAudit(at)({ session, limit: 4, cursor: first.next_cursor! });
    expect(rest).toMatchObject({ data: [{ seq: 5 }, { seq: 6 }, { seq: 7 }], next_cursor: null });
    await expect(readAudit(at)({ session, cursor: "-1" })).rejects.toMatchObject({ code: "invalid_request" });
  });
});

describe("a machine", () => {
  const key = "ask_0123456789";
  const known = { id: "key_1", label: "ATS", scopes: ["sessions:read"], created_at: clockTime("08:00:00") };

  test("is known by its key, until it is revoked", async () => {
    const stored = { ...known, secret_hash: at.identity.digest(key), revoked_at: null };
    await at.apiKeys.save(stored);
    expect(await authenticateMachine(at)({ key })).toEqual({ id: "key_1", label: "ATS", scopes: ["sessions:read"] });
    await at.apiKeys.save({ ...stored, revoked_at: clockTime("09:00:00") });
    await expect(authenticateMachine(at)({ key })).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("with another key isn't", async () => {
    for (const other of ["ask_other", "", at.identity.digest(key)]) {
      await expect(authenticateMachine(at)({ key: other })).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });
});

test("the signing keys are open to everybody", async () => {
  const { id, spki } = await at.signer.publicKey();
  expect(await readKeys(at)()).toEqual({ keys: [{ key_id: id, algorithm: "ECDSA-P256-SHA256", spki }] });
});
