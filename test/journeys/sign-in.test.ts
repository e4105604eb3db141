import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "#shared/contracts/route.ts";
import { type AssayServer, startAssay } from "./support/server.ts";

let server: AssayServer;
beforeAll(async () => {
  server = await startAssay();
});
afterAll(() => server?.dispose());

type Json = ReturnType<typeof JSON.parse>;
type Tokens = { access_token: string; refresh_token: string; id_token: string; expires_in: number };

const getJson = async (path: string, token?: string): Promise<{ status: number; body: Json }> => {
  const headers: HeadersInit = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(new URL(path, server.endpoints.api_url), { headers });
  return { status: response.status, body: await response.json() };
};

/** A browser that keeps cookies and stops at every redirect. */
function browser() {
  const cookies = new Map<string, string>();
  return async (address: string | URL, form?: Record<string, string>) => {
    const response = await fetch(address, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === "") cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    return { response, next: new URL(response.headers.get("location") ?? "", address) };
  };
}

/** Signs in as the console does, and picks a person on the way. */
async function signIn(user: string, changed: { code_verifier?: string; redirect_uri?: string } = {}) {
  const { body: settings } = await getJson("/v1/sign-in");
  const { body: issuer } = await getJson(`${new URL(settings.issuer).pathname}/.well-known/openid-configuration`);
  const [verifier, redirect_uri] = [randomBytes(32).toString("base64url"), server.endpoints.console_url];
  const visit = browser();
  const address = new URL(issuer.authorization_endpoint);
  const asked = {
    ...{ client_id: settings.client_id, redirect_uri, scope: settings.scope, response_type: "code", state: "s1" },
    ...{ code_challenge: createHash("sha256").update(verifier).digest("base64url"), code_challenge_method: "S256" },
    ...(changed.redirect_uri && { redirect_uri: changed.redirect_uri }),
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  const begun = await visit(address);
  if (begun.response.status >= 400) return begun.response;
  const page = await (await visit(begun.next)).response.text();
  expect(page).toContain(`value="${user}"`);
  const { next: resumed } = await visit(begun.next, { user });
  const { next: returned } = await visit(resumed);
  expect(returned.href.startsWith(`${redirect_uri}?`)).toBe(true);
  expect(returned.searchParams.get("state")).toBe("s1");
  return exchange(issuer.token_endpoint, {
    ...{ grant_type: "authorization_code", code: returned.searchParams.get("code")!, redirect_uri },
    ...{ client_id: settings.client_id, code_verifier: changed.code_verifier ?? verifier },
  });
}

const exchange = (endpoint: string, form: Record<string, string>): Promise<Response> =>
  fetch(endpoint, { method: "POST", body: new URLSearchParams(form) });

async function tokensOf(user: string): Promise<Tokens> {
  const response = await signIn(user);
  expect(response.status).toBe(200);
  return (await response.json()) as Tokens;
}

describe("signing in by code and PKCE", () => {
  test("gives a person who is told apart by id, name and roles", async () => {
    const { access_token } = await tokensOf("demo_rosa");
    expect(await getJson("/v1/me", access_token)).toMatchObject({
      status: 200,
      body: { id: "demo_rosa", kind: "staff", name: "Rosa Lindqvist", roles: ["recruiter"] },
    });
    const { body } = await getJson("/v1/staff", access_token);
    expect(body.data).toContainEqual(expect.objectContaining({ id: "demo_rosa", name: "Rosa Lindqvist" }));
  });

  test("can be renewed without the person, also after a restart", async () => {
    const { refresh_token } = await tokensOf("demo_aiko");
    await server.restart();
    const { body: settings } = await getJson("/v1/sign-in");
    const form = { grant_type: "refresh_token", refresh_token, client_id: settings.client_id };
    const renewed = (await (await exchange(`${settings.issuer}/token`, form)).json()) as Tokens;
    expect(await getJson("/v1/me", renewed.access_token)).toMatchObject({ body: { roles: ["author"] } });
  });

  test("takes who began it, and brings nobody anywhere else", async () => {
    expect((await signIn("demo_rosa", { code_verifier: "x".repeat(43) })).status).toBe(400);
    expect((await signIn("demo_rosa", { redirect_uri: "https://evil.example/" })).status).toBe(400);
  });

  test("gives an ID token that opens nothing", async () => {
    const { id_token } = await tokensOf("demo_amara");
    expect(await getJson("/v1/me", id_token)).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
  });
});

describe("a token for scripts", () => {
  test("is there for every role, and does what its role may", async () => {
    const { staff_tokens } = server.endpoints;
    for (const role of ROLES) {
      expect(await getJson("/v1/me", staff_tokens[role])).toMatchObject({ body: { roles: [role] } });
    }
    expect(await getJson("/v1/api-keys", staff_tokens["admin"])).toMatchObject({ status: 200 });
    expect(await getJson("/v1/api-keys", staff_tokens["recruiter"])).toMatchObject({
      status: 403,
      body: { code: "forbidden", roles: ["admin", "auditor"] },
    });
  });

  test("of a hiring manager shows the sessions of their job", async () => {
    const { staff_tokens } = server.endpoints;
    const { body } = await getJson("/v1/sessions", staff_tokens["hiring_manager"]);
    expect(body.data.map(({ job }: { job: string }) => job)).toEqual(["back-end-developer"]);
  });

  test("survives a restart", async () => {
    const before = server.endpoints.staff_tokens["auditor"];
    await server.restart();
    expect(await getJson("/v1/me", before)).toMatchObject({ status: 200, body: { roles: ["auditor"] } });
  });
});
