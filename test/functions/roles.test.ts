import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { oidcStaffTokens } from "#shared/adapters/oidc/staff-tokens.ts";
import { ROLES, type Role, type Route } from "#shared/contracts/route.ts";
import { type Operation, staffRoutes } from "#shared/contracts/routes.ts";
import { ORGANISATION } from "#shared/domain/events/build.ts";
import type { Claims } from "#shared/domain/staff/person.ts";
import { CLIENT, type TestIssuer, testIssuer } from "#test/builders/issuer.ts";
import { type Office, office } from "#test/builders/office.ts";

let issuer: TestIssuer;
let company: Office;
let session: string;
let candidate: string;
beforeAll(async () => {
  issuer = await testIssuer();
  const settings = { issuer: issuer.url, client_id: CLIENT, audience: null, loopback: true };
  const staffTokens = oidcStaffTokens({ ...settings, onSilence: () => undefined });
  company = await office({ staffTokens });
  const invitation = { playbook: "small", candidate: { name: "Ada Example", email: "ada@example.com" } };
  const created = await company.person()("create-session", {}, invitation);
  [session, candidate] = [created.body.id, String(created.body.url).split("#")[1]!];
});
afterAll(() => issuer.close());

const routes: readonly Route[] = staffRoutes;
const rolesOf = ({ access }: Route): readonly Role[] => ("roles" in access ? access.roles : ROLES);
const PERSON = "p1";

/** Asks for nothing that could be done: what is let in is told from what is kept out all the same. */
const call = (operation: string, authorization?: string) =>
  company.ask(operation as Operation, {
    parameters: { session, interviewer: PERSON, playbook: "small", item: "a", flag: "f", ats: "ashby" },
    headers: authorization === undefined ? {} : { authorization },
  });

const signedIn = async (claims: Claims = {}) => `Bearer ${await issuer.token({ sub: PERSON, ...claims })}`;
const asRole = (role: Role) => signedIn({ "cognito:groups": [role] });

const isKeptOut = ({ status, body }: { status: number; body: { code?: string; roles?: unknown } }) =>
  status === 403 && body.code === "forbidden" && body.roles !== undefined;

describe.each(routes.map((route) => [route.operation, route] as const))("%s", (operation, route) => {
  test("lets in the roles that its route declares, and no other", async () => {
    const letIn: Role[] = [];
    for (const role of ROLES) {
      const answer = await call(operation, await asRole(role));
      expect(answer.status, `${role}: ${answer.text}`).not.toBe(401);
      if (!isKeptOut(answer)) letIn.push(role);
    }
    expect(letIn).toEqual(ROLES.filter((role) => rolesOf(route).includes(role)));
  });

  test("lets in no candidate, nobody unknown, and no person without a role", async () => {
    if ("open" in route.access) return;
    const unknown = [undefined, `Bearer ${candidate}`, `Basic ${btoa(`${candidate}:`)}`, "Bearer a.b.c"];
    for (const authorization of unknown) expect((await call(operation, authorization)).status).toBe(401);
    expect(await call(operation, await signedIn({ "cognito:groups": [] }))).toMatchObject({ status: 403 });
  });

  test("lets in a machine by the scope of its key alone", async () => {
    if (!("scope" in route.access)) return;
    const { scope } = route.access;
    const other = scope === "ats:generic" ? "ats:ashby" : "ats:generic";
    expect(await call(operation, `Bearer ${await company.keyWith([other])}`)).toMatchObject({
      status: 403,
      body: { code: "forbidden", scope },
    });
    expect((await call(operation, `Bearer ${await company.keyWith([scope])}`)).status).not.toBe(401);
  });
});

describe("a person who signs in", () => {
  const me = async (claims: Claims = {}) =>
    company.ask("read-me", { headers: { authorization: await signedIn(claims) } });

  test("is told who they are, and what they are limited to", async () => {
    expect((await me({ name: "Ines", "cognito:groups": ["recruiter", "job:be-7"] })).body).toEqual({
      ...{ id: PERSON, kind: "staff", name: "Ines", roles: ["recruiter"], scopes: [], jobs: ["be-7"] },
    });
  });

  test("is noted once for each signing in, by id and roles and without a name", async () => {
    const noted = async () => {
      const entries = await company.at.journal.read(ORGANISATION);
      return entries.filter(({ kind, actor }) => kind === "staff.signed_in" && actor === "p7");
    };
    const signingIn = { sub: "p7", name: "Noor Example", "cognito:groups": ["author"] };
    for (const jti of ["a", "b"]) await me({ ...signingIn, auth_time: 1, jti });
    expect((await noted()).map(({ payload }) => payload)).toEqual([{ roles: ["author"] }]);
    await me({ ...signingIn, auth_time: 2 });
    expect(await noted()).toHaveLength(2);
    expect(JSON.stringify(await noted())).not.toContain("Noor");
  });

  test("is called what the issuer tells where the token tells nothing", async () => {
    issuer.says.profile = { sub: "p8", name: "Bo Example" };
    expect((await me({ sub: "p8" })).body).toMatchObject({ id: "p8", name: "Bo Example" });
  });

  test("reads the names of all who have signed in", async () => {
    await me({ sub: "p8", name: "Bo Example", auth_time: 8 });
    const headers = { authorization: await signedIn({ "cognito:groups": ["interviewer"] }) };
    const { data } = (await company.ask("list-staff", { headers })).body;
    expect(data).toContainEqual({ id: "p8", name: "Bo Example", roles: ["recruiter"], last_seen: expect.any(String) });
  });

  test("may hand a machine every scope as an admin", async () => {
    const headers = { authorization: await signedIn({ "cognito:groups": ["admin"] }) };
    const body = { label: "ATS", scopes: ["ats:ashby", "sessions:write"] };
    expect(await company.ask("create-api-key", { headers, body })).toMatchObject({ status: 201 });
  });

  test("sees no figure of a session whose interview they hold", async () => {
    const read = async (...groups: Role[]) =>
      company.ask("read-session", {
        parameters: { session: taken },
        headers: { authorization: await signedIn({ "cognito:groups": groups }) },
      });
    const { session: taken } = await company.taken();
    expect((await read("recruiter")).body.score).not.toBeNull();
    expect((await read("interviewer")).body).toMatchObject({ score: null, recommendation: null });
    const list = async (sort: string) =>
      company.ask("list-sessions", {
        query: { sort },
        headers: { authorization: await signedIn({ "cognito:groups": ["interviewer"] }) },
      });
    for (const order of ["score", "-score"]) expect(await list(order)).toMatchObject({ status: 403 });
    expect((await list("name")).body.data).toContainEqual(expect.objectContaining({ id: taken, score: null }));
  });

  test("is unavailable, not at fault, while the issuer doesn't answer", async () => {
    const alone = await office({
      staffTokens: oidcStaffTokens({
        ...{ issuer: "http://127.0.0.1:1", client_id: CLIENT, audience: null, loopback: true },
        onSilence: () => undefined,
      }),
    });
    const answer = await alone.ask("read-me", { headers: { authorization: await signedIn() } });
    expect(answer).toMatchObject({ status: 503, body: { code: "unavailable" } });
  });
});

describe("an author", () => {
  const regrade = async (commit: boolean) =>
    company.ask("regrade-sessions", {
      parameters: { playbook: "small@1" },
      headers: { authorization: await asRole("author") },
      body: { to: "small@2", reason: "The key was wrong.", commit },
    });

  test("sees whom a new key would move, and moves nobody", async () => {
    expect(await regrade(false)).toMatchObject({ status: 404 });
    expect(await regrade(true)).toMatchObject({ status: 403, body: { code: "forbidden", roles: ["admin"] } });
  });
});
