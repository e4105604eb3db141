import type { Context } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { MAX_BODY_BYTES } from "#functions/runtime/chain/parse.ts";
import type { GatewayReply, HttpEvent } from "#functions/runtime/exchange.ts";
import { httpFunction } from "#functions/runtime/http.ts";
import { answerOnce } from "#functions/runtime/once.ts";
import { JsonText, type Operations } from "#functions/runtime/operation.ts";
import { signedInStaff } from "#functions/runtime/signed-in.ts";
import { memoryReplies } from "#shared/adapters/memory/replies.ts";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import { type Operation, routes } from "#shared/contracts/routes.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { ROLES, type Role } from "#shared/domain/staff/person.ts";
import { JournalConflict } from "#shared/ports/journal-store.ts";
import { gatewayEvent, unknownEvent } from "#test/builders/gateway-event.ts";

const TOKEN = "ses_1.secret";
const KEY = "ask_reader";

/** A function that answers every operation with what `served` says, and notes what it was called with. */
function assay(served: (operation: string) => unknown = () => ({})) {
  const calls: { operation: string; call: unknown }[] = [];
  const lines: string[] = [];
  const operations = Object.fromEntries(
    routes.map(({ operation }) => [
      operation,
      async (call: unknown) => {
        calls.push({ operation, call });
        return served(operation);
      },
    ]),
  ) as unknown as Operations<Operation>;
  const replies = memoryReplies();
  const handler = httpFunction<Operation>({
    routes,
    allRoutes: routes,
    authenticators: { candidate: knowCandidate, machine: knowMachine, staff },
    operations,
    once: answerOnce({ replies, clock: { now: () => new Date().toISOString() }, identity: systemIdentity }),
    write: (line) => lines.push(line),
  });
  const send = async (event: HttpEvent) => {
    const reply = (await handler(event, {} as Context)) as GatewayReply;
    return { ...reply, json: reply.body === undefined ? undefined : JSON.parse(reply.body) };
  };
  return { send, calls, lines, replies };
}

async function knowCandidate({ token }: { token: string }) {
  if (token !== TOKEN) throw new Refusal("unauthenticated", "This link isn't valid.");
  return { session: "ses_1", link: "l1" };
}

async function knowMachine({ key }: { key: string }) {
  if (key !== KEY) throw new Refusal("unauthenticated", "This API key isn't valid.");
  return { id: "key_1", label: "reader", scopes: ["sessions:read", "sessions:write"] };
}

/** Tokens here are `<role>.<role>.<signature>`. */
const staff = signedInStaff(async ({ token }) => {
  const roles = ROLES.filter((role) => token.split(".").includes(role));
  return { id: "p1", name: "Ada", roles, jobs: ["be-7"], sign_in: "1" };
});

const asStaff = (...roles: [Role, Role]) => ({ authorization: `Bearer ${roles.join(".")}.signature` });
const asCandidate = { authorization: `Bearer ${TOKEN}` };
const asMachine = { authorization: `Bearer ${KEY}` };
const decision = { parameters: { session: "ses_1" }, body: { outcome: "advance" } };
const save = { parameters: { item: "servers" }, headers: asCandidate, body: { value: "2", revision: 0 } };

describe("the chain", () => {
  test("calls the operation with everything parsed and the caller known", async () => {
    const { send, calls } = assay(() => ({ revision: 1, saved_at: "2026-11-22T10:00:00.000Z" }));
    const reply = await send(gatewayEvent("save-answer", save));
    expect(reply).toMatchObject({ statusCode: 200, json: { revision: 1 } });
    expect(calls).toEqual([
      {
        operation: "save-answer",
        call: {
          caller: { kind: "candidate", session: "ses_1", link: "l1" },
          parameters: { item: "servers" },
          query: undefined,
          body: { value: "2", revision: 0 },
        },
      },
    ]);
  });

  test("answers with the route's own success status", async () => {
    const { send } = assay();
    const body = { playbook: "p", candidate: { name: "Ada", email: "ada@example.org" } };
    expect((await send(gatewayEvent("create-session", { headers: asMachine, body }))).statusCode).toBe(201);
  });

  test("sends text that must keep its bytes as it is", async () => {
    const { send } = assay(() => new JsonText('{"b":1,"a":2}'));
    expect((await send(gatewayEvent("read-keys"))).body).toBe('{"b":1,"a":2}');
  });

  test("puts security headers and the request's id on every answer", async () => {
    const { send } = assay();
    for (const event of [gatewayEvent("read-keys"), unknownEvent("GET", "/nowhere")]) {
      expect((await send(event)).headers).toMatchObject({
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "x-request-id": "req-1",
      });
    }
  });

  test("turns query texts into what the schema says and refuses unknown parameters", async () => {
    const { send, calls } = assay(() => ({ data: [], next_cursor: null }));
    await send(gatewayEvent("list-sessions", { headers: asMachine, query: { limit: "7", status: "scored" } }));
    expect(calls[0]!.call).toMatchObject({ query: { limit: 7, status: "scored" } });
    const reply = await send(gatewayEvent("list-sessions", { headers: asMachine, query: { color: "red" } }));
    expect(reply).toMatchObject({ statusCode: 400, json: { errors: [{ path: "color" }] } });
  });

  test("refuses parameters where none are asked for, but for those that applicant tracking systems add", async () => {
    const { send } = assay();
    const query = { color: "red" };
    expect(await send(gatewayEvent("read-keys", { query }))).toMatchObject({
      statusCode: 400,
      json: { code: "invalid_request", errors: [{ path: "color", message: "is not a known field" }] },
    });
    const parameters = { token: "any" };
    expect((await send(gatewayEvent("read-report", { parameters, query }))).statusCode).toBe(200);
  });
});

describe("who calls", () => {
  test("nobody gets in without a token or with a wrong one", async () => {
    const { send, calls } = assay();
    for (const headers of [{}, { authorization: "Bearer nonsense" }, { authorization: `Bearer ${KEY}` }]) {
      const reply = await send(gatewayEvent("view-session", { headers }));
      expect(reply).toMatchObject({ statusCode: 401, json: { code: "unauthenticated", status: 401 } });
      expect(reply.headers["www-authenticate"]).toBe("Bearer");
    }
    expect(calls).toEqual([]);
  });

  test("a machine may send its key as a bearer token or as a basic user name", async () => {
    const { send } = assay();
    const basic = `Basic ${Buffer.from(`${KEY}:`).toString("base64")}`;
    for (const authorization of [`Bearer ${KEY}`, `bearer ${KEY}`, basic]) {
      expect((await send(gatewayEvent("read-me", { headers: { authorization } }))).statusCode).toBe(200);
    }
  });

  test("a key without the route's scope is forbidden, and told which one it lacks", async () => {
    const { send, calls } = assay();
    const reply = await send(gatewayEvent("read-audit", { headers: asMachine, parameters: { session: "ses_1" } }));
    expect(reply).toMatchObject({ statusCode: 403, json: { code: "forbidden", scope: "audit:read" } });
    expect(calls).toEqual([]);
  });

  test("a member of the staff calls as the own person, with roles and jobs", async () => {
    const { send, calls } = assay();
    await send(gatewayEvent("decide-session", { headers: asStaff("recruiter", "author"), ...decision }));
    expect(calls[0]!.call).toMatchObject({
      caller: { kind: "staff", actor: { id: "p1", roles: ["recruiter", "author"], jobs: ["be-7"], delegate: false } },
    });
  });

  test("a member of the staff without a role that the route takes is forbidden, and told which", async () => {
    const { send, calls } = assay();
    const reply = await send(gatewayEvent("decide-session", { headers: asStaff("author", "auditor"), ...decision }));
    expect(reply).toMatchObject({ statusCode: 403, json: { code: "forbidden", roles: ["admin", "recruiter"] } });
    expect(calls).toEqual([]);
  });

  test("a member of the staff acts for nobody else", async () => {
    const headers = { ...asStaff("admin", "admin"), "assay-actor": "p2" };
    const reply = await assay().send(gatewayEvent("decide-session", { headers, ...decision }));
    expect(reply).toMatchObject({ statusCode: 403, json: { code: "forbidden" } });
  });

  test("a request repeated under a renewed token gets the same answer", async () => {
    const { send, calls } = assay();
    const repeated = (...roles: [Role, Role]) =>
      send(gatewayEvent("decide-session", { headers: { ...asStaff(...roles), "idempotency-key": "k1" }, ...decision }));
    const [first, second] = [await repeated("recruiter", "author"), await repeated("recruiter", "admin")];
    expect(second).toEqual(first);
    expect(calls).toHaveLength(1);
  });

  test("what is open asks for nothing", async () => {
    expect((await assay().send(gatewayEvent("read-keys"))).statusCode).toBe(200);
  });

  test("whoever isn't known isn't told what is wrong with the body", async () => {
    const { send } = assay();
    expect((await send(gatewayEvent("save-answer", { ...save, headers: {}, body: "{" }))).statusCode).toBe(401);
  });
});

describe("what can't be served", () => {
  test("an unknown path is not found", async () => {
    const reply = await assay().send(unknownEvent("GET", "/v1/nothing"));
    expect(reply).toMatchObject({ statusCode: 404, json: { code: "not_found", type: "urn:assay:problem:not_found" } });
    expect(reply.headers["content-type"]).toBe("application/problem+json");
  });

  test("a known path with another method says which methods it has", async () => {
    const reply = await assay().send(unknownEvent("PATCH", "/v1/sessions"));
    expect(reply).toMatchObject({ statusCode: 405, json: { code: "method_not_allowed" } });
    expect(reply.headers["allow"]!.split(", ").sort()).toEqual(["GET", "POST"]);
  });

  test("a path that ends where an id should stand is not found, whatever the method", async () => {
    const reply = await assay().send(unknownEvent("GET", "/v1/sessions/"));
    expect(reply).toMatchObject({ statusCode: 404, json: { code: "not_found" } });
  });

  test("an id longer than any is not found and not looked for", async () => {
    const { send, calls } = assay();
    const event = gatewayEvent("read-session", { parameters: { session: "s".repeat(2_100) }, headers: asMachine });
    expect(await send(event)).toMatchObject({ statusCode: 404, json: { code: "not_found" } });
    expect(calls).toEqual([]);
  });

  test("a body that isn't JSON is told with its line", async () => {
    const reply = await assay().send(gatewayEvent("save-answer", { ...save, body: '{\n  "value": oops' }));
    expect(reply).toMatchObject({ statusCode: 400, json: { code: "malformed_json", errors: [{ path: "" }] } });
    const lineOf = async (body: string) =>
      (await assay().send(gatewayEvent("save-answer", { ...save, body }))).json.errors[0].line;
    expect(await lineOf('{\n  "value": "2",\n  "revision":')).toBe(3);
    expect(await lineOf('{\n  "value": "2"\n  "revision": 0\n}')).toBe(3);
  });

  test("another content type is refused", async () => {
    const headers = { ...asCandidate, "content-type": "text/plain" };
    const reply = await assay().send(gatewayEvent("save-answer", { ...save, headers }));
    expect(reply).toMatchObject({ statusCode: 415, json: { code: "unsupported_media_type" } });
  });

  test("JSON with a charset, or of a named kind, is taken", async () => {
    for (const type of ["application/json; charset=utf-8", "application/merge-patch+json", "Application/JSON"]) {
      const headers = { ...asCandidate, "content-type": type };
      expect((await assay().send(gatewayEvent("save-answer", { ...save, headers }))).statusCode).toBe(200);
    }
  });

  test("a body over the limit is too large, however it is encoded", async () => {
    const text = JSON.stringify({ value: "é".repeat(MAX_BODY_BYTES / 2), revision: 0 });
    const plain = gatewayEvent("save-answer", { ...save, body: text });
    const encoded = { ...plain, body: Buffer.from(text).toString("base64"), isBase64Encoded: true };
    for (const event of [plain, encoded]) expect((await assay().send(event)).statusCode).toBe(413);
  });

  test("nesting and numbers that no operation needs are refused, not choked on", async () => {
    const deep = `{"value":${"[".repeat(50_000)}${"]".repeat(50_000)},"revision":0}`;
    const huge = '{"value":[1e999],"revision":0}';
    for (const body of [deep, huge]) {
      expect((await assay().send(gatewayEvent("save-answer", { ...save, body }))).statusCode).toBe(400);
    }
  });

  test("lone surrogates become the replacement character before they enter", async () => {
    const { send, calls } = assay();
    await send(gatewayEvent("save-answer", { ...save, body: '{"value":"a\\ud800b","revision":0}' }));
    expect(calls[0]!.call).toMatchObject({ body: { value: "a\ufffdb" } });
  });

  test("a missing body is told apart from a wrong one", async () => {
    const reply = await assay().send(gatewayEvent("save-answer", { ...save, body: undefined }));
    expect(reply).toMatchObject({ statusCode: 400, json: { errors: [{ path: "", message: "is missing" }] } });
  });

  test("what has the wrong type is told once", async () => {
    const body = { playbook: 5, candidate: { name: [], email: "ada@example.org" } };
    const reply = await assay().send(gatewayEvent("create-session", { headers: asMachine, body }));
    expect(reply.json.errors).toEqual([
      { path: "playbook", message: "must be of type string" },
      { path: "candidate.name", message: "must be of type string" },
    ]);
  });

  test("every place that doesn't fit is listed", async () => {
    const body = {
      playbook: "P!",
      candidate: { name: "", email: "nobody", age: 3 },
      accommodation: { kind: "multiplier", factor: "fast" },
    };
    const reply = await assay().send(gatewayEvent("create-session", { headers: asMachine, body }));
    expect(reply.statusCode).toBe(400);
    expect(reply.json.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      "accommodation.factor",
      "candidate.age",
      "candidate.email",
      "candidate.name",
      "playbook",
    ]);
  });

  test.each([
    [{}, ["kind is missing", "accommodation is missing"]],
    [{ kind: "x" }, ['kind must be "multiplier" or "minutes" or "untimed"']],
    [{ kind: "multiplier" }, ["factor is missing"]],
    [{ kind: "minutes", minutes: true }, ["minutes must be of type string or number"]],
    [{ accommodation: { kind: "minutes" } }, ["accommodation.minutes is missing"]],
    [{ accommodation: { kind: "untimed", minutes: 1 } }, ["accommodation.minutes is not a known field"]],
  ])("of a choice that fits nowhere, only what came furthest is told: %j", async (body, told) => {
    const event = gatewayEvent("accommodate-session", { parameters: { session: "ses_1" }, headers: asMachine, body });
    const { errors } = (await assay().send(event)).json;
    expect(errors.map(({ path, message }: { [field: string]: string }) => `${path} ${message}`)).toEqual(told);
  });

  test("a name that doesn't fit is told apart from its value", async () => {
    const candidate = { name: "Ada", email: "ada@example.org" };
    const body = { playbook: "p", candidate, metadata: { ["k".repeat(65)]: 1 } };
    const { errors } = (await assay().send(gatewayEvent("create-session", { headers: asMachine, body }))).json;
    expect(errors).toMatchObject([{ message: "has a name that must be at most 64 characters long" }]);
  });

  test("a refusal becomes its problem document, with its data", async () => {
    const { send } = assay(() => {
      throw new Refusal("revision_conflict", "Somebody was faster.", { data: { answer: { value: "3", revision: 4 } } });
    });
    const reply = await send(gatewayEvent("save-answer", save));
    expect(reply).toMatchObject({ statusCode: 409, json: { detail: "Somebody was faster.", answer: { revision: 4 } } });
  });

  test("lost races and throttling ask to try again", async () => {
    const throttled = Object.assign(new Error("slow down"), { name: "ThrottlingException" });
    for (const [error, status] of [[new JournalConflict("raced"), 409] as const, [throttled, 503] as const]) {
      const { send } = assay(() => {
        throw error;
      });
      const reply = await send(gatewayEvent("save-answer", save));
      expect(reply.statusCode).toBe(status);
      expect(reply.headers["retry-after"]).toBe("1");
    }
  });

  test("a fault of ours tells nothing but the request's id", async () => {
    const { send, lines } = assay(() => {
      throw new TypeError("cannot read Ada's answer 42");
    });
    const reply = await send(gatewayEvent("save-answer", save));
    expect(reply).toMatchObject({ statusCode: 500, json: { code: "internal", request_id: "req-1" } });
    expect(reply.body).not.toContain("Ada");
    expect(lines.join()).not.toContain("Ada");
    expect(lines.join()).toContain("TypeError");
  });

  test("a refusal that the catalogue doesn't know is a fault of ours", async () => {
    const { send } = assay(() => {
      throw new Refusal("no_such_code", "Oops.");
    });
    expect((await send(gatewayEvent("save-answer", save))).statusCode).toBe(500);
  });
});

describe("a POST with an idempotency key", () => {
  const body = { playbook: "p", candidate: { name: "Ada", email: "ada@example.org" } };
  const invite = (key: string, more: object = {}) =>
    gatewayEvent("create-session", { headers: { ...asMachine, "idempotency-key": key }, body: { ...body, ...more } });

  test("is answered once, and again with the same bytes", async () => {
    let count = 0;
    const { send, calls } = assay(() => ({ id: `ses_${++count}` }));
    const [first, second] = [await send(invite("k-1")), await send(invite("k-1"))];
    expect(second).toMatchObject({ statusCode: 201, body: first.body });
    expect(calls).toHaveLength(1);
    expect((await send(invite("k-2"))).json).toEqual({ id: "ses_2" });
  });

  test("is answered once for a candidate, too, and forgotten with the session", async () => {
    let count = 0;
    const { send, calls, replies } = assay(() => ({ view: ++count }));
    const start = (more: object = {}, key = "k-1") =>
      gatewayEvent("start-session", {
        headers: { ...asCandidate, "idempotency-key": key },
        body: { consent: true, ...more },
      });
    const submit = (section: string) =>
      gatewayEvent("submit-section", {
        headers: { ...asCandidate, "idempotency-key": "k-1" },
        parameters: { section },
      });
    const first = await send(start());
    expect((await send(start())).body).toBe(first.body);
    expect((await send(start({}, "k-2"))).json).toEqual({ view: 2 });
    expect((await send(submit("first"))).json).toEqual({ view: 3 });
    expect((await send(submit("second"))).json.code).toBe("idempotency_mismatch");
    expect(calls).toHaveLength(3);
    await replies.erase("ses_1");
    expect((await send(start())).json).toEqual({ view: 4 });
  });

  test("is refused to a candidate while the first is in flight", async () => {
    const { send } = assay(() => new Promise((resolve) => setTimeout(() => resolve({}), 20)));
    const run = gatewayEvent("run-examples", {
      headers: { ...asCandidate, "idempotency-key": "k-1" },
      parameters: { item: "servers" },
      body: { value: null },
    });
    const replies = await Promise.all([send(run), send(run)]);
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  test("is refused when its content is another", async () => {
    const { send } = assay(() => ({ id: "ses_1" }));
    await send(invite("k-1"));
    const reply = await send(invite("k-1", { metadata: { team: "red" } }));
    expect(reply).toMatchObject({ statusCode: 422, json: { code: "idempotency_mismatch" } });
  });

  test("is refused while the first is in flight", async () => {
    const { send } = assay(() => new Promise((resolve) => setTimeout(() => resolve({ id: "ses_1" }), 20)));
    const replies = await Promise.all([send(invite("k-1")), send(invite("k-1"))]);
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  });

  test("may be tried again after a refusal", async () => {
    let refused = false;
    const { send } = assay(() => {
      if (refused) return { id: "ses_1" };
      refused = true;
      throw new Refusal("playbook_not_found", "Not yet.");
    });
    expect((await send(invite("k-1"))).statusCode).toBe(404);
    expect((await send(invite("k-1"))).statusCode).toBe(201);
  });

  test("may be tried again at once after a lost race", async () => {
    let raced = false;
    const { send } = assay(() => {
      if (raced) return { id: "ses_1" };
      raced = true;
      throw new JournalConflict("raced");
    });
    const [first, second] = [await send(invite("k-1")), await send(invite("k-1"))];
    expect([first.statusCode, second.statusCode]).toEqual([409, 201]);
  });

  test("is forgotten with the session that its reply tells of", async () => {
    let count = 0;
    const { send, replies } = assay(() => ({ id: "ses_1", name: `Ada ${++count}` }));
    const [first, again] = [await send(invite("k-1")), await send(invite("k-1"))];
    await replies.erase("ses_1");
    const anew = await send(invite("k-1"));
    expect([first, again, anew].map(({ json }) => json.name)).toEqual(["Ada 1", "Ada 1", "Ada 2"]);
    const cancel = gatewayEvent("cancel-session", {
      headers: { ...asMachine, "idempotency-key": "k-2" },
      parameters: { session: "ses_7" },
    });
    expect([(await send(cancel)).json.name, (await send(cancel)).json.name]).toEqual(["Ada 3", "Ada 3"]);
    await replies.erase("ses_7");
    expect((await send(cancel)).json.name).toBe("Ada 4");
  });

  test("without a key nothing is kept", async () => {
    const { send, replies } = assay();
    replies.claim = async () => {
      throw new Error("nothing was to be kept");
    };
    const headers = asCandidate;
    expect((await send(gatewayEvent("start-session", { headers, body: { consent: true } }))).statusCode).toBe(200);
    expect((await send(gatewayEvent("create-session", { headers: asMachine, body }))).statusCode).toBe(201);
  });

  test("needs a key of visible characters", async () => {
    expect((await assay().send(invite("two words"))).statusCode).toBe(400);
  });
});

describe("the log", () => {
  test("says once a request what became of it, in less than half a kilobyte", async () => {
    const { send, lines } = assay(() => {
      throw new Error("x".repeat(5_000));
    });
    await send(gatewayEvent("save-answer", save));
    await send(unknownEvent("GET", "/nowhere"));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { request_id: "req-1", operation: "save-answer", status: 500 },
      { request_id: "req-1", operation: "unknown", status: 404, refused: "not_found" },
    ]);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThan(512);
  });

  test("holds no name, address, token or answer", async () => {
    const { send, lines } = assay();
    await send(gatewayEvent("save-answer", { ...save, body: { value: "my very own words", revision: 0 } }));
    const body = { playbook: "p", candidate: { name: "Ada Lovelace", email: "ada@example.org" } };
    await send(gatewayEvent("create-session", { headers: asMachine, body }));
    await send(gatewayEvent("create-session", { headers: asMachine, body: { ...body, candidate: "Ada Lovelace" } }));
    for (const secret of ["my very own words", "Ada", "ada@", TOKEN, KEY, "secret"]) {
      expect(lines.join()).not.toContain(secret);
    }
  });
});
