import { afterEach, describe, expect, test, vi } from "vitest";
import { createCall, createDownload, requestFor } from "#web/console/api/client.ts";
import { ApiProblem, Unreachable } from "#web/shared/api-problem.ts";

afterEach(() => vi.unstubAllGlobals());

describe("the request of an operation", () => {
  test("has its method and path, with parameters and query as addresses spell them", () => {
    const request = requestFor("list-sessions", { parameters: {}, query: { status: "scored", playbook: undefined } });
    expect(request).toEqual({ method: "GET", path: "/v1/sessions?status=scored", headers: {} });
    expect(requestFor("read-session", { parameters: { session: "a/b" } }).path).toBe("/v1/sessions/a%2Fb");
  });

  test("of a change carries the key that it was given, or one of its own", () => {
    const asked = { parameters: { session: "ses_1" }, body: { reason: "moved" } };
    const given = requestFor("cancel-session", { ...asked, key: "once" });
    expect(given).toMatchObject({ method: "POST", body: '{"reason":"moved"}', headers: { "idempotency-key": "once" } });
    expect(requestFor("cancel-session", asked).headers["idempotency-key"]).toMatch(/^[\w-]{36}$/);
  });
});

/** Answers with these in turn, and tells with which tokens it was asked. */
function serve(...answers: (Response | Error)[]): string[] {
  const tokens: string[] = [];
  vi.stubGlobal("fetch", async (_path: string, { headers }: { headers: { authorization: string } }) => {
    tokens.push(headers.authorization);
    const answer = answers.shift()!;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return tokens;
}

const access = { token: async () => "old", renew: async () => "new" };

describe("a call", () => {
  test("answers with what the service says", async () => {
    serve(Response.json({ id: "ses_1" }));
    expect(await createCall(access)("read-session", { session: "ses_1" })).toEqual({ id: "ses_1" });
  });

  test("is made once more with a new token where the old one is refused", async () => {
    const tokens = serve(Response.json({}, { status: 401 }), Response.json({ id: "ses_1" }));
    expect(await createCall(access)("read-session", { session: "ses_1" })).toEqual({ id: "ses_1" });
    expect(tokens).toEqual(["Bearer old", "Bearer new"]);
  });

  test("fails with the service's own problem", async () => {
    serve(Response.json({ code: "session_not_found", detail: "There is no ses_1." }, { status: 404 }));
    const failure = createCall(access)("read-session", { session: "ses_1" });
    await expect(failure).rejects.toThrow(ApiProblem);
    await expect(failure).rejects.toThrow("There is no ses_1.");
  });

  test("says that the network is away", async () => {
    serve(new TypeError("Failed to fetch"));
    await expect(createCall(access)("read-me", {})).rejects.toThrow(Unreachable);
  });
});

describe("a download", () => {
  test("gives the bytes as they came", async () => {
    serve(new Response('{"b":1, "a":2}'));
    const bytes = await createDownload(access)("export-bundle", { session: "ses_1" });
    expect(new TextDecoder().decode(bytes)).toBe('{"b":1, "a":2}');
  });

  test("fails as a call does", async () => {
    serve(Response.json({ code: "wrong_status", detail: "The session isn't scored yet." }, { status: 409 }));
    const failure = createDownload(access)("export-bundle", { session: "ses_1" });
    await expect(failure).rejects.toThrow("The session isn't scored yet.");
  });
});
