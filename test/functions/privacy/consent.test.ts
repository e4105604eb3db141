import { describe, expect, test } from "vitest";
import { staffRoutes } from "#shared/contracts/routes.ts";
import { STANDARD_NOTICES } from "#shared/domain/company/notices.ts";
import type { SessionEntry } from "#shared/domain/session/facts.ts";
import { plainToken } from "#test/builders/sign-in.ts";
import { invitedPerson, type Known, STEPS, verifiedBundle } from "./support.ts";

const NOTICES = {
  privacy: { version: "2026-03", text: "We are **Example Ltd**. Ask privacy@example.com." },
  scoring: { version: "2026-03", text: "Rules score, people decide." },
};

const started = ({ at, session }: Known) =>
  (at.tables.journals.get(session) as SessionEntry[]).find((entry) => entry.kind === "session.started")!.payload;

describe("what a candidate is told before agreeing", () => {
  test("are the notices that come along, until the company writes its own", async () => {
    const known = await invitedPerson();
    expect((await known.candidate("view-session")).body.notices).toEqual(STANDARD_NOTICES);
    const settings = await known.person("adm_1")("change-notices", {}, NOTICES);
    expect(settings).toMatchObject({ status: 200, body: { notices: NOTICES } });
    expect((await known.candidate("view-session")).body.notices).toEqual(NOTICES);
  });

  test("stands in the journal with the consent, by version and digest", async () => {
    const known = await invitedPerson();
    await known.person("adm_1")("change-notices", {}, NOTICES);
    await known.candidate("start-session", {}, { consent: true, notices: { privacy: "2026-03", scoring: "2026-03" } });
    const digest = (text: string) => known.at.identity.digest(text);
    expect(started(known)).toEqual({
      consent: true,
      notices: {
        privacy: { version: "2026-03", digest: digest(NOTICES.privacy.text) },
        scoring: { version: "2026-03", digest: digest(NOTICES.scoring.text) },
      },
    });
    const texts = (await known.at.journal.read("org")).filter(({ kind }) => kind === "notice.changed");
    expect(texts.map(({ payload }) => payload)).toEqual(
      (["privacy", "scoring"] as const).map((notice) => ({
        ...{ notice, ...NOTICES[notice], digest: digest(NOTICES[notice].text) },
      })),
    );
  });

  test("is shown again where it was changed while it was read", async () => {
    const known = await invitedPerson();
    await known.person("adm_1")("change-notices", {}, NOTICES);
    const old = { privacy: "assay-1", scoring: "assay-1" };
    const refused = await known.candidate("start-session", {}, { consent: true, notices: old });
    expect(refused).toMatchObject({ status: 409, body: { code: "notice_changed", notice: "privacy" } });
    expect((await known.candidate("view-session")).body.status).toBe("invited");
  });

  test("can't be another text under the same version", async () => {
    const { person } = await invitedPerson();
    await person()("change-notices", {}, NOTICES);
    const changed = { privacy: { ...NOTICES.privacy, text: "Something else." } };
    expect(await person()("change-notices", {}, changed)).toMatchObject({
      ...{ status: 400, body: { errors: [{ path: "privacy.version" }] } },
    });
    expect((await person()("change-notices", {}, NOTICES)).status).toBe(200);
  });
});

describe("asking for extra time", () => {
  const TEXT = "I have dyslexia-4711.";
  const ask = ({ candidate }: Known, text = TEXT) => candidate("request-accommodation", {}, { text });
  const standing = async ({ person, session }: Known) =>
    (await person("rec_1")("read-accommodation", { session })).body;

  test("is answered by granting it, and the page shows so", async () => {
    const known = await invitedPerson();
    expect(await ask(known)).toMatchObject({ status: 200, body: { accommodation_request: { state: "open" } } });
    const waiting = await known.person("rec_1")("list-accommodation-requests");
    expect(waiting.body.data).toMatchObject([{ session: known.session, text: TEXT, job: "backend-42" }]);
    await known.person("rec_1")("accommodate-session", { session: known.session }, { kind: "minutes", minutes: "10" });
    expect(await standing(known)).toMatchObject({ accommodation: { kind: "minutes" }, request: { state: "granted" } });
    expect((await known.person("rec_1")("list-accommodation-requests")).body.data).toEqual([]);
    expect((await known.candidate("view-session")).body).toMatchObject({
      accommodation_request: { state: "granted" },
      accommodation: { minutes: "10" },
    });
  });

  test("is answered by declining it with a reason, and may be asked again, five times in all", async () => {
    const known = await invitedPerson();
    const decline = () =>
      known.person("rec_1")("decline-accommodation", { session: known.session }, { reason: "Please send a note." });
    expect(await decline()).toMatchObject({ status: 409, body: { code: "nothing_requested" } });
    for (let turn = 1; turn <= 5; turn++) {
      expect((await ask(known)).status).toBe(200);
      expect((await ask(known)).status).toBe(200);
      expect(await decline()).toMatchObject({ status: 200, body: { request: { state: "declined" } } });
    }
    expect(await ask(known)).toMatchObject({ status: 429, body: { code: "too_many_requests" } });
    expect((await known.candidate("view-session")).body.accommodation_request.reason).toBe("Please send a note.");
  });

  test("is possible before the start alone, in at most 500 characters", async () => {
    const known = await invitedPerson();
    expect((await ask(known, "x".repeat(501))).status).toBe(400);
    expect((await ask(known, "  ")).status).toBe(400);
    await known.candidate("start-session", {}, { consent: true });
    expect(await ask(known)).toMatchObject({ status: 409, body: { code: "wrong_status" } });
  });

  test("is never seen by whoever scores, nor is any extra time, through any route", async () => {
    const known = await invitedPerson();
    await ask(known);
    await known.person("rec_1")("accommodate-session", { session: known.session }, { kind: "multiplier", factor: "2" });
    for (const step of [0, 1, 2, 4, 5, 6, 7]) await STEPS[step]!(known);
    const scorer = { sub: "int_1", "cognito:groups": ["interviewer", "reviewer"] };
    const headers = { authorization: `Bearer ${plainToken(scorer)}` };
    const answered: string[] = [];
    for (const { operation, method } of staffRoutes) {
      if (method !== "GET" || operation === "read-openapi") continue;
      const parameters = { session: known.session, playbook: "small", interviewer: "int_1" };
      const { status, text } = await known.ask(operation, { parameters, headers });
      if (status === 200) answered.push(operation);
      expect(text, operation).not.toMatch(/dyslexia|multiplier|asks_for_time|accommodation/);
    }
    expect(answered).toContain("read-session");
    expect(answered).toContain("read-review");
    expect(answered).not.toContain("read-accommodation");
  });

  test("stands in the candidate's own data, is erased with them, and belongs to a journal that verifies", async () => {
    const known = await invitedPerson();
    await ask(known);
    expect((await known.candidate("export-own-data")).text).toContain(TEXT);
    await known.person("rec_1")("decline-accommodation", { session: known.session }, {});
    await known.person("adm_1")("erase-session", { session: known.session }, { reason: "Asked for." });
    await known.settle(known.session);
    expect(JSON.stringify(known.at.tables.journals.get(known.session))).not.toContain("dyslexia");
    expect(await verifiedBundle(known)).toMatchObject({ verdict: "erased" });
  });
});

describe("a new link", () => {
  const tokenOf = (url: string) => url.split("#")[1]!;
  const asBearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  const reissue = ({ person, session }: Known, body = {}) => person("rec_1")("reissue-link", { session }, body);

  test("opens the session, and the old one nothing from that moment on", async () => {
    const known = await invitedPerson();
    await known.candidate("start-session", {}, { consent: true });
    await known.candidate("begin-section", { section: "first" });
    const { status, body } = await reissue(known);
    expect(status).toBe(201);
    const fresh = asBearer(tokenOf(body.url));
    expect((await known.candidate("view-session")).status).toBe(401);
    const late = await known.candidate("save-answer", { item: "a" }, { value: "2", revision: 0 });
    expect(late.status).toBe(401);
    expect((await known.ask("view-session", fresh)).body.current.answers).toEqual({});
    const saved = { ...fresh, parameters: { item: "a" }, body: { value: "2", revision: 0 } };
    expect((await known.ask("save-answer", saved)).status).toBe(200);
  });

  test("is the only one at once, also where another process remembers the old one", async () => {
    const known = await invitedPerson();
    const { at } = known;
    await known.candidate("start-session", {}, { consent: true });
    await known.candidate("begin-section", { section: "first" });
    const elsewhere = at.newLog();
    const payload = { link_hash: at.identity.digest("another-secret-of-some-length") };
    await elsewhere.change(known.session, ({ now }) => ({
      facts: [{ kind: "link.reissued", at: now, actor: "rec_1", payload }],
    }));
    const late = await known.candidate("save-answer", { item: "a" }, { value: "2", revision: 0 });
    expect(late.status).toBe(401);
    expect((at.tables.journals.get(known.session) ?? []).map(({ kind }) => kind)).not.toContain("answer.saved");
    const fresh = asBearer(`${known.session}.another-secret-of-some-length`);
    expect((await known.ask("view-session", fresh)).status).toBe(200);
  });

  test("is sent by mail where that is asked for and mail is on", async () => {
    const known = await invitedPerson();
    expect(await reissue(known, { mail: true })).toMatchObject({ status: 422, body: { code: "mail_off" } });
    await known.person()("change-mail-settings", {}, { enabled: true, company: "Example" });
    const { body } = await reissue(known, { mail: true });
    expect(known.at.errandRuns.woken).toHaveLength(1);
    expect(await known.at.links.list(known.session)).toMatchObject([{ url: body.url }]);
  });

  test("is not made for a session that is over", async () => {
    const known = await invitedPerson();
    await known.person()("cancel-session", { session: known.session });
    expect(await reissue(known)).toMatchObject({ status: 409, body: { code: "wrong_status" } });
  });

  test("is part of a journal that verifies", async () => {
    const known = await invitedPerson();
    const { body } = await reissue(known);
    const fresh = asBearer(tokenOf(body.url));
    await known.ask("start-session", { ...fresh, body: { consent: true } });
    for (const section of ["first", "second"]) {
      await known.ask("begin-section", { ...fresh, parameters: { section } });
      await known.ask("submit-section", { ...fresh, parameters: { section } });
    }
    known.at.clock.advance(120_000);
    await known.settle(known.session);
    expect(await verifiedBundle(known)).toMatchObject({ verdict: "verified", fault: null });
  });
});
