import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { httpSender, type SenderMeans } from "#shared/adapters/http/sender.ts";

const AT = "2026-03-01T10:00:00.000Z";
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function receiver(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
}

const send = (url: string, means: Partial<SenderMeans> = {}) =>
  httpSender({ loopback: true, networks: [], ownHosts: [], clock: { now: () => AT }, ...means }).send({
    url,
    headers: { "webhook-id": "evt_1" },
    body: '{"type":"ping – ü"}',
  });

describe("sending", () => {
  test("posts the body's bytes with its headers and keeps what came back", async () => {
    const seen: unknown[] = [];
    const url = await receiver((request, response) => {
      let body = "";
      request.setEncoding("utf8").on("data", (text) => (body += text));
      request.on("end", () => {
        seen.push([request.method, request.url, request.headers["webhook-id"], request.headers["content-type"], body]);
        response.writeHead(202).end("thanks");
      });
    });
    expect(await send(url)).toMatchObject({
      at: AT,
      status: 202,
      error: null,
      answer: "thanks",
      retry_after_seconds: null,
    });
    expect(seen).toEqual([["POST", "/in", "evt_1", "application/json", '{"type":"ping – ü"}']]);
  });

  test("follows no redirect", async () => {
    let calls = 0;
    const url = await receiver((_, response) => {
      calls++;
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    expect(await send(url)).toMatchObject({ status: 307, error: "redirect" });
    expect(calls).toBe(1);
  });

  test("reads no more than 16 KiB and keeps the first KiB", async () => {
    let sent = 0;
    const url = await receiver((_, response) => {
      response.writeHead(200);
      const more = () => {
        sent += 1;
        if (!response.destroyed && response.write("x".repeat(1024))) setImmediate(more);
        else if (!response.destroyed) response.once("drain", more);
      };
      more();
    });
    const { answer, status } = await send(url);
    expect([status, answer]).toEqual([200, "x".repeat(1024)]);
    expect(sent).toBeLessThan(10_000);
  });

  test.each([
    ["seconds", "120", 120],
    ["a date", "Sun, 01 Mar 2026 10:05:00 GMT", 300],
    ["a date gone by", "Sun, 01 Mar 2026 09:00:00 GMT", 0],
    ["nonsense", "soon", null],
  ])("reads Retry-After as %s", async (_, header, seconds) => {
    const url = await receiver((_request, response) => response.writeHead(503, { "retry-after": header }).end());
    expect(await send(url)).toMatchObject({ status: 503, retry_after_seconds: seconds });
  });

  test("gives up on a receiver that doesn't answer or doesn't finish in time", async () => {
    const silent = await receiver(() => undefined);
    const limits = { connect: 1000, total: 80 };
    expect(await send(silent, { limits })).toMatchObject({ status: null, error: "timeout" });
    const dripping = await receiver((_, response) => response.writeHead(200).write("…"));
    expect(await send(dripping, { limits })).toMatchObject({ status: null, error: "timeout" });
  });

  test("says so when nobody listens", async () => {
    const url = await receiver((_, response) => response.end());
    servers.splice(0)[0]!.close();
    expect(await send(url)).toMatchObject({ status: null, error: "connection", answer: null });
  });
});

describe("addresses are checked when something is sent", () => {
  const resolvingTo =
    (...addresses: string[]): NonNullable<SenderMeans["resolve"]> =>
    (_host, _options, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      );

  test("a literal is checked before anything is resolved", async () => {
    const url = await receiver((_, response) => response.end());
    expect(await send(url, { loopback: false })).toMatchObject({ status: null, error: "refused_address" });
    expect(await send("https://169.254.169.254/latest")).toMatchObject({ error: "refused_address" });
  });

  test("a name is refused where one of its addresses isn't public", async () => {
    const resolve = resolvingTo("93.184.216.34", "10.0.0.7");
    expect(await send("https://hooks.example.com/in", { resolve })).toMatchObject({ error: "refused_address" });
  });

  test("a name that resolves to this machine is refused, also in local mode", async () => {
    const resolve = resolvingTo("127.0.0.1");
    expect(await send("https://hooks.example.com:8443/in", { resolve })).toMatchObject({ error: "refused_address" });
  });

  test("the connection goes to the checked address, whatever the name resolves to later", async () => {
    let resolved = 0;
    const url = await receiver((request, response) => response.end(request.headers.host));
    const port = new URL(url).port;
    const resolve: NonNullable<SenderMeans["resolve"]> = (host, options, done) => {
      resolved++;
      resolvingTo(resolved === 1 ? "127.0.0.1" : "10.0.0.1")(host, options, done);
    };
    expect(await send(`http://localhost:${port}/in`, { resolve })).toMatchObject({
      status: 200,
      answer: `localhost:${port}`,
    });
    expect(resolved).toBe(1);
  });
});
