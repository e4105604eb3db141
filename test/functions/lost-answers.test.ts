import type { Context } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { atsOperations } from "#functions/ats/operations.ts";
import { actorFor } from "#functions/runtime/actor.ts";
import type { GatewayReply, HttpEvent } from "#functions/runtime/exchange.ts";
import { httpFunction } from "#functions/runtime/http.ts";
import { answerOnce } from "#functions/runtime/once.ts";
import { staffOperations } from "#functions/staff/operations.ts";
import { memoryReplies } from "#shared/adapters/memory/replies.ts";
import {
  memoryDeliveries,
  memoryEventFeed,
  memoryWebhookEndpoints,
  memoryWebhookKeys,
} from "#shared/adapters/memory/webhooks.ts";
import { memoryWake } from "#shared/adapters/memory/workflow.ts";
import { SCOPES } from "#shared/contracts/route.ts";
import { atsRoutes, type Operation, routes, staffRoutes } from "#shared/contracts/routes.ts";
import { ORGANISATION } from "#shared/domain/events/build.ts";
import { authenticateCandidate } from "#shared/use-cases/authenticate-candidate.ts";
import { authenticateMachine } from "#shared/use-cases/authenticate-machine.ts";
import { createApiKey } from "#shared/use-cases/create-api-key.ts";
import { createWebhookEndpoint } from "#shared/use-cases/create-webhook-endpoint.ts";
import { sessionLog } from "#shared/use-cases/session-log.ts";
import { desk } from "#test/builders/desk.ts";
import { dyingProcess, type End } from "#test/builders/dying-process.ts";
import { type GatewayRequest, gatewayEvent } from "#test/builders/gateway-event.ts";
import greenhouse from "./ats/recorded/greenhouse.json" with { type: "json" };
import recruitee from "./ats/recorded/recruitee.json" with { type: "json" };
import workable from "./ats/recorded/workable.json" with { type: "json" };

const LEASE_AND_MORE = 61_000;
type Body = ReturnType<typeof JSON.parse>;
type Answer = { status: number; text: string; body: Body };

/** A company with one endpoint and mail on, whose service runs in one process after the other. */
async function company() {
  const at = await desk();
  const stores = {
    ...at,
    endpoints: memoryWebhookEndpoints(),
    deliveries: memoryDeliveries(),
    replies: memoryReplies(),
    attempts: memoryWake(),
  };
  const still = {
    ...{ resends: memoryWake(), feed: memoryEventFeed(), webhookKeys: memoryWebhookKeys() },
    ...{ retries: { start: async () => undefined }, addressPolicy: { allowed: [], refusal: () => undefined } },
  };
  const { key } = await createApiKey(at)({ label: "ATS", scopes: SCOPES, actor: "test" });
  const endpoint = await createWebhookEndpoint({ ...stores, ...still })({
    url: "https://hooks.example",
    actor: "test",
  });
  await at.settings.change((stored) => ({
    ...{ ...stored, mail: { ...stored.mail, enabled: true } },
    ats: { ...stored.ats, generic: { ...stored.ats.generic, mapping: MAPPING } },
  }));

  /** Sends a request to a new process that ends as told. */
  async function send(operation: Operation, request: GatewayRequest, end?: End) {
    const { mortal, hasEnded } = dyingProcess(end);
    const [journal, playbooks, wake] = [mortal(stores.journal), mortal(stores.playbooks), mortal(stores.wake)];
    const { clock, identity } = at;
    const ports = {
      ...{ ...stores, ...still, journal, playbooks, wake },
      ...{ apiKeys: mortal(stores.apiKeys), orders: mortal(stores.orders), settings: mortal(stores.settings) },
      ...{ links: mortal(stores.links), endpoints: mortal(stores.endpoints), deliveries: mortal(stores.deliveries) },
      ...{ attempts: mortal(stores.attempts), replies: mortal(stores.replies) },
      sessions: sessionLog({ journal, playbooks, wake, clock, identity }),
    };
    const chain = {
      allRoutes: routes,
      authenticators: { machine: authenticateMachine(ports), actor: actorFor },
      ...{ once: answerOnce(ports), write: () => undefined },
    };
    const handlers = {
      staff: httpFunction({ ...chain, routes: staffRoutes, operations: staffOperations(ports) }),
      ats: httpFunction({ ...chain, routes: atsRoutes, operations: atsOperations(ports) }),
    };
    const zone = routes.find((route) => route.operation === operation)!.zone as "staff" | "ats";
    const handler = handlers[zone] as (event: HttpEvent, context: Context) => Promise<unknown>;
    const headers = { authorization: `Bearer ${key}`, ...request.headers };
    const reply = (await handler(gatewayEvent(operation, { ...request, headers }), {} as Context)) as GatewayReply;
    const text = reply.body ?? "";
    const answer: Answer = { status: reply.statusCode, text, body: JSON.parse(text) };
    return { answer, hasEnded: hasEnded() };
  }

  return { at, stores, endpoint, send };
}

type Company = Awaited<ReturnType<typeof company>>;

const MAPPING = {
  ...{ key: "$.id", stage: "$.stage", name: "$.name", email: "$.email", external_id: "$.id" },
  ...{ playbooks: { Assessment: "small" }, metadata: {} },
};

const factsOf = async ({ at }: Company, kind: string) =>
  (await at.journal.read(ORGANISATION)).filter((entry) => entry.kind === kind);
const sessionsOf = ({ at }: Company) => [...at.tables.journals.keys()].filter((stream) => stream !== ORGANISATION);
const opens = ({ at }: Company, url: string) =>
  authenticateCandidate({ ...at, sessions: at.newLog() })({ token: url.slice(url.indexOf("#") + 1) });

type Case = {
  operation: Operation;
  request: (at: Company) => GatewayRequest;
  /** What must hold of the answer, and of everything that stands then. */
  judge: (at: Company, answer: Answer) => Promise<void>;
};

const PERSON = { name: "Ada Example", email: "ada@example.com" };

const cases: Case[] = [
  {
    operation: "create-session",
    request: () => ({ body: { playbook: "small", candidate: PERSON } }),
    async judge(at, { body }) {
      expect(sessionsOf(at)).toEqual([body.id]);
      expect(await opens(at, body.url)).toMatchObject({ session: body.id });
      expect((await at.stores.links.list(body.id)).map(({ url }) => url)).toEqual([body.url]);
    },
  },
  {
    operation: "create-api-key",
    request: () => ({ body: { label: "Another", scopes: ["sessions:read"] } }),
    async judge(at, { body }) {
      expect(await at.stores.apiKeys.list()).toHaveLength(2);
      expect(await factsOf(at, "api_key.created")).toHaveLength(2);
      expect(await authenticateMachine(at.stores)({ key: body.key })).toMatchObject({ id: body.id });
    },
  },
  {
    operation: "create-webhook-endpoint",
    request: () => ({ body: { url: "https://other.example" } }),
    async judge(at, { body }) {
      expect(await at.stores.endpoints.list()).toHaveLength(2);
      expect(await factsOf(at, "webhook_endpoint.created")).toHaveLength(2);
      expect((await at.stores.endpoints.read(body.id))?.secrets).toMatchObject([{ secret: body.secret }]);
    },
  },
  {
    operation: "rotate-webhook-secret",
    request: ({ endpoint }) => ({ parameters: { endpoint: endpoint.id }, body: {} }),
    async judge({ stores, endpoint }, { body }) {
      expect((await stores.endpoints.read(endpoint.id))?.secrets).toEqual([
        { secret: body.secret, expires_at: null },
        { secret: endpoint.secret, expires_at: body.old_secret_until },
      ]);
    },
  },
  {
    operation: "test-webhook-endpoint",
    request: ({ endpoint }) => ({ parameters: { endpoint: endpoint.id } }),
    async judge({ stores, endpoint }, { body }) {
      const { data } = await stores.deliveries.list(endpoint.id, { limit: 9 });
      expect(data.map(({ event }) => event.id)).toEqual([body.event]);
    },
  },
  {
    operation: "generic-stage-changed",
    request: () => ({ body: { id: "cand-1", stage: "Assessment", ...PERSON } }),
    async judge(at, { body }) {
      expect(body).toMatchObject({ created: true });
      expect(sessionsOf(at)).toEqual([body.session]);
      expect(await opens(at, body.url)).toMatchObject({ session: body.session });
    },
  },
];

const UNDER_A_KEY = { "idempotency-key": "the-same" };

/** Every end of a process that a request's way through it has. */
async function* everyEnd(operation: Operation, request: Case["request"]) {
  for (let call = 1; ; call++) {
    for (const side of ["before", "after"] as const) {
      const at = await company();
      const { hasEnded } = await at.send(operation, request(at), { call, side });
      if (!hasEnded) return;
      yield at;
    }
  }
}

const successOf = (operation: Operation) => routes.find((route) => route.operation === operation)!.success.status;

describe("a request under a key, whose process ends at any call of a port", () => {
  test.each(cases)("$operation is done once by whoever asks again", async ({ operation, request, judge }) => {
    const keyed = (at: Company) => ({ ...request(at), headers: UNDER_A_KEY });
    let ends = 0;
    for await (const at of everyEnd(operation, keyed)) {
      ends++;
      at.at.clock.advance(LEASE_AND_MORE);
      const { answer } = await at.send(operation, keyed(at));
      expect(answer.status, answer.text).toBe(successOf(operation));
      await judge(at, answer);
      expect((await at.send(operation, keyed(at))).answer).toEqual(answer);
    }
    expect(ends).toBeGreaterThan(8);
  });
});

describe("an order without a key, whose process ends at any call of a port", () => {
  const orders = [
    { operation: "greenhouse-send-test", body: greenhouse.send_test },
    { operation: "workable-create-assessment", body: workable.assessments },
    { operation: "recruitee-send-candidate", body: recruitee.send_candidate },
  ] as const;

  test.each(orders)("$operation is known by what the system itself calls it", async ({ operation, body }) => {
    for await (const at of everyEnd(operation, () => ({ body }))) {
      const { answer } = await at.send(operation, { body });
      expect(answer.status, answer.text).toBe(successOf(operation));
      expect(sessionsOf(at)).toHaveLength(1);
      expect(at.at.orders.all.size).toBe(1);
      expect(JSON.stringify(answer.body)).toContain([...at.at.orders.all.keys()][0]);
    }
  });
});
