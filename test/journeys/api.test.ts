import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { machine } from "./support/people.ts";
import { type AssayServer, startAssay, until } from "./support/server.ts";

let server: AssayServer;
let company: ReturnType<typeof machine>;
beforeAll(async () => {
  server = await startAssay();
  company = machine(server.endpoints);
});
afterAll(() => server?.dispose());

const INVITATION = {
  playbook: "back-end-developer",
  candidate: { name: "Ada Example", email: "ada@example.com" },
};

/** Invites under an idempotency key; the answer's status and bytes. */
async function inviteOnce(key: string, body: object = INVITATION): Promise<{ status: number; text: string }> {
  const response = await fetch(`${server.endpoints.api_url}/v1/sessions`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${server.endpoints.api_key}:`).toString("base64")}`,
      "content-type": "application/json",
      "idempotency-key": key,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

describe("an integrator over HTTP", () => {
  test("repeats a request and gets the same bytes, also after a restart", async () => {
    const first = await inviteOnce("order-1");
    expect(first.status).toBe(201);
    expect(await inviteOnce("order-1")).toEqual(first);
    expect((await inviteOnce("order-1", { ...INVITATION, metadata: { team: "red" } })).status).toBe(422);
    await server.stop();
    await server.restart();
    expect(await inviteOnce("order-1")).toEqual(first);
    expect(readFileSync(`${server.dataDir}/functions.log`, "utf8")).not.toContain("Ada Example");
  });

  test("lets a candidate's request be repeated, too", async () => {
    const { url } = await company.invite();
    const start = async (consent: boolean) => {
      const response = await fetch(`${server.endpoints.api_url}/v1/take/start`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${url.slice(url.indexOf("#") + 1)}`,
          "content-type": "application/json",
          "idempotency-key": "start-1",
        },
        body: JSON.stringify({ consent }),
      });
      return { status: response.status, text: await response.text() };
    };
    const first = await start(true);
    expect(JSON.parse(first.text)).toMatchObject({ status: "in_progress" });
    expect(await start(true)).toEqual(first);
  });

  test("makes a key with fewer scopes, is told how it stands, and ends it at once", async () => {
    const made = await company.post("/v1/api-keys", { label: "The ATS", scopes: ["sessions:read"] });
    const ats = machine({ ...server.endpoints, api_key: made.key });
    const me = await ats.request("GET", "/v1/me");
    expect(me).toMatchObject({ status: 200, body: { id: made.id, scopes: ["sessions:read"] } });
    expect(me.headers.get("ratelimit-policy")).toBe('"key";q=6000;w=60');
    expect(me.headers.get("x-request-id")).toBeTruthy();
    expect((await ats.request("POST", "/v1/sessions", INVITATION)).status).toBe(403);
    const { data } = await company.get("/v1/api-keys");
    expect(JSON.stringify(data)).toContain(made.id);
    expect(JSON.stringify(data)).not.toContain(made.key);
    expect((await company.request("DELETE", `/v1/api-keys/${made.id}`)).status).toBe(204);
    expect((await ats.request("GET", "/v1/me")).status).toBe(401);
  });

  test("polls events from the last one seen", async () => {
    const before = await lastEvent();
    const { id } = await company.invite();
    const ofSession = ({ data }: { data: { session?: string } }) => data.session === id;
    const found = await until(async () => {
      const { data } = await company.get(`/v1/events?type=session.*${before ? `&after=${before}` : ""}`);
      return data.find(ofSession);
    });
    expect(found).toMatchObject({ type: "session.created", data: { session: id, status: "invited" } });
    const { data } = await company.get(`/v1/events?after=${found.id}`);
    expect(data.filter(ofSession)).toEqual([]);
  });

  test("is told in the API's own words where there is nothing", async () => {
    for (const path of ["/", "/v1", "/v1/", "/v1/nothing", "/.well-known/nothing"]) {
      const found = await company.request("GET", path);
      expect([path, found.status, found.headers.get("content-type")]).toEqual([path, 404, "application/problem+json"]);
      expect(found.body).toMatchObject({ code: "not_found", request_id: found.headers.get("x-request-id") });
    }
  });

  test("is served the document that stands beside the sources", async () => {
    const kept = JSON.parse(readFileSync("docs/api/openapi.json", "utf8"));
    expect(await company.get("/v1/openapi.json")).toEqual(kept);
    const { keys } = await company.get("/.well-known/webhook-keys");
    expect(keys).toMatchObject([{ algorithm: "Ed25519", public_key: expect.stringMatching(/^whpk_/) }]);
  });
});

async function lastEvent(): Promise<string | undefined> {
  for (let cursor = ""; ; ) {
    const page = await company.get(`/v1/events?limit=100${cursor && `&cursor=${cursor}`}`);
    if (page.next_cursor === null) return page.data.at(-1)?.id;
    cursor = page.next_cursor;
  }
}

type Received = { headers: IncomingHttpHeaders; body: string };

describe("a receiver of webhooks", () => {
  const received: Received[] = [];
  let status = 204;
  let receiver: Server;
  let endpoint: { id: string; secret: string };
  beforeAll(async () => {
    receiver = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status).end("thanks");
    });
    await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/in`;
    endpoint = await company.post("/v1/webhook-endpoints", { url, events: ["session.*"], public_key_signature: true });
  });
  afterAll(() => void receiver.close());

  const arrived = (count: number) => until(() => received.length >= count && received);
  const path = () => `/v1/webhook-endpoints/${endpoint.id}`;
  const isVerified = ({ headers, body }: Received) =>
    Boolean(new Webhook(endpoint.secret).verify(body, headers as Record<string, string>) ?? true);

  test("is sent a ping that it can verify, with both signatures", async () => {
    const changed = await company.request("PATCH", path(), { description: "The ATS" });
    expect(changed).toMatchObject({ status: 200, body: { description: "The ATS", events: ["session.*"] } });
    await company.post(`${path()}/test`);
    const [ping] = await arrived(1);
    expect(isVerified(ping!)).toBe(true);
    expect(String(ping!.headers["webhook-signature"])).toMatch(/^v1,\S+ v1a,\S+$/);
    const { data } = await until(async () => {
      const page = await company.get(`${path()}/deliveries`);
      return page.data[0]?.state === "delivered" && page;
    });
    expect(data).toMatchObject([{ event: { type: "ping" }, attempts: [{ status: 204, answer: "", resend: false }] }]);
  });

  test("that was disabled by its own 410 recovers what it has missed, in order", async () => {
    received.splice(0);
    status = 410;
    const session = await company.invite();
    await until(async () => !(await company.get(path())).enabled);
    await company.post(`/v1/sessions/${session.id}/cancel`, {});
    await until(async () => (await company.get(`${path()}/deliveries`)).data[0].state === "skipped");
    status = 204;
    expect(await company.post(`${path()}/enable`)).toMatchObject({ enabled: true, disabled_reason: null });
    received.splice(0);
    const since = new Date(Date.parse(session.created_at) - 1_000).toISOString();
    expect(await company.post(`${path()}/recover`, { since })).toMatchObject({ recovered: 2, next_since: null });
    const both = await arrived(2);
    expect(both.map(({ body }) => JSON.parse(body).type)).toEqual(["session.created", "session.canceled"]);
  });

  test("is sent a delivery again when somebody asks, and signed for with the new secret", async () => {
    received.splice(0);
    const [delivery] = (await company.get(`${path()}/deliveries?limit=1`)).data;
    const rotated = await company.post(`${path()}/rotate-secret`, { grace_hours: 0 });
    expect(rotated.secret).not.toBe(endpoint.secret);
    endpoint = { ...endpoint, secret: rotated.secret };
    await company.post(`/v1/deliveries/${delivery.id}/resend`);
    const [again] = await arrived(1);
    expect(again!.headers["webhook-id"]).toBe(delivery.event.id);
    expect(isVerified(again!)).toBe(true);
  });
});
