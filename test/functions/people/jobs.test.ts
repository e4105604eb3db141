import { beforeAll, describe, expect, test } from "vitest";
import type { Route } from "#shared/contracts/route.ts";
import { type Operation, staffRoutes } from "#shared/contracts/routes.ts";
import { type Answer, type Office, office } from "#test/builders/office.ts";

const table: readonly (Route & { operation: Operation })[] = staffRoutes;

/** A body that every operation takes, or at least refuses only after it has looked for the session. */
const BODIES: { readonly [operation: string]: { [member: string]: unknown } } = {
  "extend-session": { expires_at: "2026-03-20T00:00:00Z" },
  "accommodate-session": { kind: "untimed" },
  "void-session": { reason: "The network was down." },
  "save-scorecard": { ratings: [] },
  "record-consensus": { question: "q1", value: 3, reason: "We agreed." },
  "review-grade": { item: "a", points: "1", reason: "It is right.", quote: "what was answered" },
  "raise-flag": { flag: "liar", observation: "It was said." },
  "confirm-flag": { reason: "I saw it too." },
  "lift-flag": { reason: "It was a mistake." },
  "override-flag": { reason: "It is long ago." },
  "decide-session": { outcome: "reject", reason: "For the test." },
};

const candidate = (name: string) => ({ name, email: `${name.toLowerCase()}@example.com` });

describe("a person who sees the sessions of some jobs only", () => {
  let company: Office;
  const sessions: { [name: string]: string } = {};

  const asManager = (operation: Operation, parameters: { [name: string]: string } = {}): Promise<Answer> => {
    const { method } = table.find((route) => route.operation === operation)!;
    const body = BODIES[operation] ?? (method === "GET" ? undefined : {});
    return company.person("manager")(operation, parameters, body as never);
  };
  const named = (session: string) => ({ session, interviewer: "manager", flag: "liar" });

  beforeAll(async () => {
    company = await office({ jobs: { manager: ["backend", "ops"], nobody: [] } });
    for (const [name, job] of Object.entries({ Ada: "backend", Bob: "design", Cyd: undefined })) {
      const body = { playbook: "small", candidate: candidate(name), ...(job && { job }) };
      sessions[name] = (await company.person()("create-session", {}, body)).body.id;
    }
  });

  test("gets session_not_found for every other session on every route that names one", async () => {
    const naming = table.filter(({ path }) => path.includes("{session}"));
    expect(naming.length).toBeGreaterThan(20);
    for (const { operation } of naming) {
      for (const session of [sessions["Bob"]!, sessions["Cyd"]!, "ses_none"]) {
        const { status, body } = await asManager(operation, named(session));
        expect({ operation, status, code: body.code, detail: body.detail }).toEqual({
          ...{ operation, status: 404, code: "session_not_found", detail: `There is no session "${session}".` },
        });
      }
    }
  });

  test("is let through to a session of their own on every one of these routes", async () => {
    for (const { operation, path } of table) {
      if (!path.includes("{session}")) continue;
      const { body } = await asManager(operation, named(sessions["Ada"]!));
      expect({ operation, code: body?.code }).not.toEqual({ operation, code: "session_not_found" });
    }
  });

  test("gets nothing from any other route that tells of sessions", async () => {
    const allowed = table.filter(({ jobs, path }) => jobs !== undefined || path.includes("{session}"));
    for (const { operation } of table.filter((route) => !allowed.includes(route))) {
      expect(await asManager(operation), operation).toMatchObject({ status: 403, body: { code: "forbidden" } });
    }
    for (const { operation } of table.filter(({ jobs }) => jobs === "filtered")) {
      const { text } = await asManager(operation);
      for (const hidden of [sessions["Bob"]!, sessions["Cyd"]!, "Bob", "Cyd"]) expect(text).not.toContain(hidden);
    }
  });

  test("lists their own sessions, and none where they have no job", async () => {
    const own = await asManager("list-sessions");
    expect(own.body.data).toMatchObject([{ id: sessions["Ada"], job: "backend" }]);
    expect((await company.person("nobody")("list-sessions")).body.data).toEqual([]);
    expect((await company.person("anybody")("list-sessions")).body.data).toHaveLength(3);
  });

  test("invites for their own jobs and no others", async () => {
    const invite = (job?: string) =>
      company.person("manager")(
        "create-session",
        {},
        { playbook: "small", candidate: candidate("Dan"), ...(job && { job }) },
      );
    expect(await invite("ops")).toMatchObject({ status: 201, body: { job: "ops" } });
    for (const job of ["design", undefined]) {
      expect(await invite(job)).toMatchObject({ status: 403, body: { code: "forbidden" } });
    }
  });
});

describe("the references of jobs", () => {
  test("stand in the journal and in no event", async () => {
    const company = await office();
    const body = { playbook: "small", candidate: candidate("Ada"), job: "backend-42" };
    const { id } = (await company.person()("create-session", {}, body)).body;
    const [created] = await company.at.journal.read(id);
    expect(created).toMatchObject({ kind: "session.created", payload: { job: "backend-42" } });
    expect(JSON.stringify([...company.at.tables.events.values()])).not.toContain("backend-42");
  });

  test("have at most 100 characters", async () => {
    const company = await office();
    const invite = (job: string) =>
      company.person()("create-session", {}, { playbook: "small", candidate: candidate("Ada"), job });
    expect((await invite("j".repeat(100))).status).toBe(201);
    for (const job of ["", "  ", "j".repeat(101)]) expect((await invite(job)).status).toBe(400);
  });
});
