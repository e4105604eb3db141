import type { Context } from "aws-lambda";
import type { GatewayReply, HttpEvent } from "#functions/runtime/exchange.ts";
import { httpFunction } from "#functions/runtime/http.ts";
import { answerOnce } from "#functions/runtime/once.ts";
import { staffOperations } from "#functions/staff/operations.ts";
import { routes, staffRoutes } from "#shared/contracts/routes.ts";
import { authenticateMachine } from "#shared/use-cases/authenticate-machine.ts";
import { type GatewayRequest, gatewayEvent } from "#test/builders/gateway-event.ts";
import { office } from "#test/builders/office.ts";
import { cpuMilliseconds, type Measure } from "./measure.ts";

const REQUESTS = 1_000;
const SESSIONS = 50;
const INVITATION = { playbook: "small", candidate: { name: "Ada Example", email: "ada@example.com" } };

type Handler = (event: HttpEvent, context: Context) => Promise<unknown>;
type Operation = Parameters<typeof gatewayEvent>[0];
/** The request that is made the n-th time. */
type Asked = [name: string, operation: Operation, request: (turn: number) => GatewayRequest];

/** CPU of one request of an integrator (everything but the database) against a handler that only reads and writes JSON. */
export async function measureApi(): Promise<Measure[]> {
  const { handler, key, session } = await company();
  const authorization = `Bearer ${key}`;
  const asked: Asked[] = [
    ["read a session", "read-session", () => ({ parameters: { session } })],
    ["list 20 sessions", "list-sessions", () => ({ query: { limit: "20" } })],
    ["create a session", "create-session", () => ({ body: INVITATION })],
    [
      "create one under a key",
      "create-session",
      (turn) => ({ body: INVITATION, headers: { "idempotency-key": `${turn}` } }),
    ],
    ["refuse a body", "create-session", () => ({ body: { ...INVITATION, colour: "red" } })],
  ];
  const measures: Measure[] = [];
  for (const [name, operation, request] of asked) {
    const eventOf = (turn: number) => {
      const { headers, ...rest } = request(turn);
      return gatewayEvent(operation, { ...rest, headers: { authorization, ...headers } });
    };
    measures.push(await measured(name, handler, eventOf));
  }
  return measures;
}

async function measured(name: string, handler: Handler, eventOf: (turn: number) => HttpEvent): Promise<Measure> {
  const answered = (await handler(eventOf(-1), {} as Context)) as GatewayReply;
  await callAll(handler, (turn) => eventOf(-2 - turn));
  const value = (await cpuMilliseconds(() => callAll(handler, eventOf))) / REQUESTS;
  const bare = (await cpuMilliseconds(() => callAll(bareHandler(answered), eventOf))) / REQUESTS;
  return { name, value: value * 1000, unit: "µs CPU", control: { name: "bare JSON handler", value: bare * 1000 } };
}

async function callAll(handler: Handler, eventOf: (turn: number) => HttpEvent): Promise<void> {
  for (let turn = 0; turn < REQUESTS; turn++) {
    const { statusCode } = (await handler(eventOf(turn), {} as Context)) as GatewayReply;
    if (statusCode >= 500) throw new Error(`answered ${statusCode}`);
  }
}

/** Reads the request's JSON and writes what the product has answered. */
function bareHandler({ statusCode, headers, body }: GatewayReply): Handler {
  const content: unknown = JSON.parse(body ?? "null");
  return async (event) => {
    JSON.parse(event.body ?? "null");
    return { statusCode, headers, body: JSON.stringify(content) };
  };
}

/** The staff's zone over memory, with some sessions. */
async function company() {
  const { ports, key, person } = await office();
  const handler = httpFunction({
    routes: staffRoutes,
    allRoutes: routes,
    authenticators: { machine: authenticateMachine(ports) },
    operations: staffOperations(ports),
    once: answerOnce(ports),
    write: () => {},
  }) as unknown as Handler;
  const made = await Promise.all(Array.from({ length: SESSIONS }, () => person()("create-session", {}, INVITATION)));
  return { handler, key, session: String(made[0]!.body.id) };
}
