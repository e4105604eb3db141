import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type IssuerSettings, oidcStaffTokens } from "#shared/adapters/oidc/staff-tokens.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { Claims } from "#shared/domain/staff/person.ts";
import { CLIENT, now, type TestIssuer, testIssuer } from "#test/builders/issuer.ts";

let issuer: TestIssuer;
let silences: unknown[];
beforeAll(async () => {
  issuer = await testIssuer();
});
beforeEach(() => {
  silences = [];
});
afterAll(() => issuer.close());

const NO_PAUSE = { kept: 600_000, between: 0, patience: 1_000 };

const tokens = (settings: Partial<IssuerSettings> = {}) =>
  oidcStaffTokens({
    ...{ issuer: issuer.url, client_id: CLIENT, audience: null, loopback: true, times: NO_PAUSE },
    onSilence: (error) => silences.push(error),
    ...settings,
  });

/** The code of the refusal; undefined where the token was taken. */
async function refusalOf(token: string, settings: Partial<IssuerSettings> = {}): Promise<string | undefined> {
  try {
    await tokens(settings).verify(token);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("an access token", () => {
  test("of the issuer for our client is taken, and its claims are told", async () => {
    expect(await tokens().verify(await issuer.token())).toMatchObject({ sub: "p1", "cognito:groups": ["recruiter"] });
  });

  test.each<[string, Claims]>([
    ["of another issuer", { iss: "https://evil.example" }],
    ["of no issuer", { iss: undefined }],
    ["for another client", { client_id: "another" }],
    ["for no client", { client_id: undefined, aud: CLIENT }],
    ["that is over", { exp: now() - 60 }],
    ["without an end", { exp: undefined }],
    ["that isn't valid yet", { nbf: now() + 60 }],
    ["that is an ID token of Cognito's", { token_use: "id", client_id: undefined, aud: CLIENT }],
    ["that is an ID token of another's", { token_use: undefined, client_id: undefined, aud: CLIENT, nonce: "n" }],
    ["that is an ID token with the hash of its access token", { at_hash: "h", token_use: undefined }],
    ["that is Keycloak's ID token", { typ: "ID", token_use: undefined }],
  ])("%s is refused", async (_, claims) => {
    expect(await refusalOf(await issuer.token(claims))).toBe("unauthenticated");
    expect(silences).toEqual([]);
  });

  test.each([{ typ: "id+jwt" }, { typ: "logout+jwt" }, { typ: "dpop+jwt" }])(
    "with the header %j is refused",
    async (header) => expect(await refusalOf(await issuer.token({}, header))).toBe("unauthenticated"),
  );

  test("whose type says so needs nothing else to be told from an ID token", async () => {
    const claims = { token_use: undefined, client_id: undefined, aud: "api://assay" };
    const settings = { audience: "api://assay" };
    expect(await refusalOf(await issuer.token(claims, { typ: "at+jwt" }), settings)).toBeUndefined();
    expect(await refusalOf(await issuer.token(claims, { typ: "JWT" }), settings)).toBe("unauthenticated");
    expect(await refusalOf(await issuer.token({ ...claims, scp: "assay" }, { typ: "JWT" }), settings)).toBeUndefined();
  });

  test("is for the audience where the settings name one", async () => {
    const settings = { audience: "api://assay" };
    expect(await refusalOf(await issuer.token({ aud: ["x", "api://assay"] }), settings)).toBeUndefined();
    expect(await refusalOf(await issuer.token({ aud: "api://other" }), settings)).toBe("unauthenticated");
    expect(await refusalOf(await issuer.token(), settings)).toBe("unauthenticated");
  });

  test("that nobody signed is refused", async () => {
    const [, payload] = (await issuer.token()).split(".");
    for (const alg of ["none", "None", "NONE"]) {
      expect(await refusalOf(`${part({ alg })}.${payload}.`)).toBe("unauthenticated");
      expect(await refusalOf(`${part({ alg, kid: "k1" })}.${payload}.AAAA`)).toBe("unauthenticated");
    }
  });

  test("signed by the public key as if it were a shared secret is refused", async () => {
    const [, payload] = (await issuer.token()).split(".");
    const text = `${part({ alg: "HS256", kid: "k1" })}.${payload}`;
    const signature = createHmac("sha256", await issuer.publicPem())
      .update(text)
      .digest("base64url");
    expect(await refusalOf(`${text}.${signature}`)).toBe("unauthenticated");
  });

  test("signed by another key is refused, under a known name or an unknown one", async () => {
    for (const kid of ["k1", "nobody's"]) {
      const forged = await issuer.forgedBy(kid);
      expect(await refusalOf(await forged())).toBe("unauthenticated");
    }
  });

  test("that brings its own key, or says where to find one, is refused", async () => {
    const forged = await issuer.forgedBy("k2");
    expect(await refusalOf(await forged({}, { jku: "https://evil.example/jwks" }))).toBe("unauthenticated");
  });

  test("that was changed after signing is refused", async () => {
    const [header, , signature] = (await issuer.token()).split(".");
    const claims = part({ iss: issuer.url, sub: "p1", client_id: CLIENT, token_use: "access", exp: now() + 60 });
    expect(await refusalOf(`${header}.${claims}.${signature}`)).toBe("unauthenticated");
  });

  test.each(["a.b.c", "..", "%.%.%", `${"x".repeat(9_000)}.y.z`])("that is none is refused: %s", async (token) => {
    expect(await refusalOf(token)).toBe("unauthenticated");
  });
});

describe("the issuer's keys", () => {
  test("are asked for once, however many tokens come", async () => {
    const known = tokens();
    const before = issuer.keysAsked();
    for (let count = 0; count < 5; count++) await known.verify(await issuer.token());
    expect(issuer.keysAsked() - before).toBe(1);
  });

  test("are asked for again when a token is signed by a new one, and the old one ends", async () => {
    const known = tokens();
    const old = await issuer.token();
    await known.verify(old);
    await issuer.rotate("k9");
    await expect(known.verify(await issuer.token())).resolves.toMatchObject({ sub: "p1" });
    await expect(known.verify(old)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("are not asked for at every token that names an unknown one", async () => {
    const known = tokens({ times: { ...NO_PAUSE, between: 30_000 } });
    await known.verify(await issuer.token());
    const [before, forged] = [issuer.keysAsked(), await issuer.forgedBy("unknown")];
    for (let count = 0; count < 5; count++) await expect(known.verify(await forged())).rejects.toThrow(Refusal);
    expect(issuer.keysAsked()).toBe(before);
  });
});

describe("an issuer that can't be asked", () => {
  test("is unavailable, whatever part of it fails, and told apart from a fault of the token", async () => {
    const gone = await testIssuer();
    const token = await gone.token();
    await gone.close();
    expect(await refusalOf(token, { issuer: gone.url })).toBe("unavailable");
    for (const discovery of [
      { jwks_uri: `${issuer.url}/nowhere` },
      { jwks_uri: "http://127.0.0.1:1/jwks" },
      { jwks_uri: 7 },
    ]) {
      issuer.says.discovery = discovery;
      expect(await refusalOf(await issuer.token())).toBe("unavailable");
    }
    issuer.says.discovery = {};
    expect(silences).toHaveLength(4);
  });

  test("is asked anew by the next token", async () => {
    const known = tokens();
    issuer.says.discovery = { issuer: "https://evil.example" };
    await expect(known.verify(await issuer.token())).rejects.toMatchObject({ code: "unavailable" });
    issuer.says.discovery = {};
    await expect(known.verify(await issuer.token())).resolves.toMatchObject({ sub: "p1" });
  });

  test("is one without TLS, unless it stands on this machine and that is allowed", async () => {
    const token = await issuer.token();
    expect(await refusalOf(token, { loopback: false })).toBe("unavailable");
    expect(await refusalOf(token, { issuer: "http://issuer.example" })).toBe("unavailable");
    issuer.says.discovery = { jwks_uri: "http://issuer.example/jwks" };
    expect(await refusalOf(token)).toBe("unavailable");
    issuer.says.discovery = {};
  });
});

describe("a person's profile", () => {
  test("is what the issuer tells, and nothing where it tells nothing", async () => {
    issuer.says.profile = { sub: "p1", name: "Ada" };
    expect(await tokens().profile(await issuer.token())).toEqual({ sub: "p1", name: "Ada" });
    issuer.says.profile = undefined;
    expect(await tokens().profile(await issuer.token())).toEqual({});
    expect(silences).toHaveLength(1);
  });
});
