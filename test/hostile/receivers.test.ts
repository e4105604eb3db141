import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressPolicy } from "#shared/adapters/http/address-policy.ts";
import { httpSender, type SenderMeans } from "#shared/adapters/http/sender.ts";
import { createWebhookEndpoint } from "#shared/use-cases/create-webhook-endpoint.ts";
import { dispatchEvents } from "#shared/use-cases/dispatch-events.ts";
import { deliveryWorld } from "#test/builders/delivery-world.ts";

const LIMITS = { connect: 400, total: 1_200 };
const RULES = { loopback: true, networks: [], ownHosts: [] };
/** What a machine that is busy with something else may need beyond the limit. */
const SLACK = 1_500;

const servers: Server[] = [];
const sockets = new Set<Socket>();
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
}

const over = (listener: RequestListener) => listen(createServer(listener) as unknown as Server);
const raw = (speak: (socket: Socket) => void) => listen(createSocketServer(speak));

type Target = { write(text: string): boolean; once(event: "drain", more: () => void): unknown };

/** Writes for as long as anybody listens. */
function pour(target: Target, chunk: string, first = chunk): void {
  target.write(first);
  const more = () => {
    while (target.write(chunk));
    target.once("drain", more);
  };
  more();
}

type Ending = { status: number | null; error: string | null; state: "delivered" | "pending" };
const failure = (error: string, status: number | null = null): Ending => ({ status, error, state: "pending" });

/** Every way in which a receiver has been seen to misbehave, and how the attempt ends. */
const RECEIVERS: { [name: string]: { start: () => Promise<string>; ends: Ending } } = {
  fails: {
    start: () => over((_, response) => response.writeHead(500).end("no")),
    ends: { status: 500, error: null, state: "pending" },
  },
  "never answers": { start: () => over(() => undefined), ends: failure("timeout") },
  "answers byte by byte": {
    start: () =>
      raw((socket) => {
        const bytes = [..."HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n", ..."x".repeat(5_000)];
        const drip = setInterval(
          () => (socket.destroyed ? clearInterval(drip) : socket.write(bytes.shift() ?? "")),
          10,
        );
      }),
    ends: failure("timeout"),
  },
  "answers at once and never ends": {
    start: () => over((_, response) => void response.writeHead(200).write("still…")),
    ends: failure("timeout"),
  },
  "redirects to the metadata service": {
    start: () => over((_, response) => response.writeHead(302, { location: "http://169.254.169.254/latest/" }).end()),
    ends: failure("redirect", 302),
  },
  "redirects for good, to this machine": {
    start: () => over((_, response) => response.writeHead(308, { location: "http://127.0.0.1:1/" }).end()),
    ends: failure("redirect", 308),
  },
  "closes without a word": { start: () => raw((socket) => socket.destroy()), ends: failure("connection") },
  "closes in the middle of its answer": {
    start: () => raw((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf")),
    ends: failure("connection"),
  },
  "speaks no HTTP": {
    start: () => raw((socket) => socket.end("220 smtp.example.com\r\n")),
    ends: failure("connection"),
  },
  "answers with headers without end": {
    start: () => raw((socket) => pour(socket, `x: ${"y".repeat(500)}\r\n`, "HTTP/1.1 200 OK\r\n")),
    ends: failure("connection"),
  },
  "answers with a gigabyte": {
    start: () => over((_, response) => pour(response.writeHead(200), "x".repeat(65_536))),
    ends: { status: 200, error: null, state: "delivered" },
  },
  "answers with something that grows when unpacked": {
    start: () =>
      over((_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(Buffer.alloc(1_000, 0x1f))),
    ends: { status: 200, error: null, state: "delivered" },
  },
  "is well": {
    start: () => over((_, response) => response.writeHead(204).end()),
    ends: { status: 204, error: null, state: "delivered" },
  },
};

describe("a receiver that", () => {
  const ended = new Map<string, { ending: Ending; milliseconds: number; answer: string | null }>();
  beforeAll(async () => {
    const world = deliveryWorld();
    const clock = { now: () => new Date().toISOString() };
    const sender = httpSender({ ...RULES, clock, limits: LIMITS });
    const ports = { ...world.ports, clock, sender, addressPolicy: addressPolicy(RULES) };
    const names = new Map<string, string>();
    for (const [name, { start }] of Object.entries(RECEIVERS)) {
      const { id } = await createWebhookEndpoint(ports)({ url: await start(), actor: "test" });
      names.set(id, name);
    }
    world.raise("session.started", 1);
    await dispatchEvents(ports)({ stream: "ses_1" });
    for (const [id, name] of names) {
      const [delivery] = (await ports.deliveries.list(id, { limit: 1 })).data;
      const { status, error, duration_ms, answer } = delivery!.attempts[0]!;
      const state = delivery!.state as Ending["state"];
      ended.set(name, { ending: { status, error, state }, milliseconds: duration_ms, answer });
    }
  }, 30_000);

  test.each(Object.entries(RECEIVERS).map(([name, { ends }]) => [name, ends] as const))("%s", (name, ends) => {
    const { ending, milliseconds, answer } = ended.get(name)!;
    expect(ending).toEqual(ends);
    expect(milliseconds).toBeLessThan(LIMITS.total + SLACK);
    expect(answer?.length ?? 0).toBeLessThanOrEqual(1024);
  });

  test("is slow delays no other", () => {
    expect(ended.get("is well")!.milliseconds).toBeLessThan(LIMITS.total);
  });
});

describe("a name that", () => {
  const sendTo = (url: string, resolve: NonNullable<SenderMeans["resolve"]>, loopback = false) =>
    httpSender({
      ...RULES,
      loopback,
      clock: { now: () => new Date().toISOString() },
      limits: LIMITS,
      resolve,
    }).send({
      url,
      headers: {},
      body: "{}",
    });

  test("resolves to what is allowed first and to something private afterwards is refused when it does", async () => {
    const url = new URL(await over((_, response) => response.writeHead(204).end()));
    url.hostname = "localhost";
    let asked = 0;
    const resolve: NonNullable<SenderMeans["resolve"]> = (_host, _options, done) =>
      done(null, [{ address: asked++ === 0 ? "127.0.0.1" : "10.0.0.1", family: 4 }]);
    expect(await sendTo(url.href, resolve, true)).toMatchObject({ status: 204, error: null });
    for (const turn of [2, 3]) {
      const attempt = await sendTo(url.href, resolve, true);
      expect(attempt, `attempt ${turn}`).toMatchObject({ status: null, error: "refused_address" });
    }
    expect(asked).toBe(3);
  });

  test("nobody ever answers for ends the attempt in time", async () => {
    const began = performance.now();
    const attempt = await sendTo("https://silent.example.com/in", () => undefined);
    expect(attempt).toMatchObject({ status: null, error: "connect_timeout" });
    expect(performance.now() - began).toBeLessThan(LIMITS.connect + SLACK);
  });

  test("isn't known is a failure to connect", async () => {
    const unknown = Object.assign(new Error("unknown"), { code: "ENOTFOUND" });
    const attempt = await sendTo("https://nobody.example.com/in", (_host, _options, done) => done(unknown, []));
    expect(attempt).toMatchObject({ status: null, error: "connection" });
  });
});
