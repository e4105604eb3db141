import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { candidate, machine, tokenOf } from "#test/journeys/support/people.ts";
import { startAssay } from "#test/journeys/support/server.ts";
import { type Measure, percentile } from "./measure.ts";

const SECONDS = 8;
const SESSIONS = 50;
const RATES = [100, 500];

type Target = { url: string; token: string; revision: number };
type Observed = { milliseconds: number[]; refused: number; seconds: number };

const agent = new Agent({ keepAlive: true, maxSockets: 128 });

/** Saves over HTTP at steady rates, on this machine's runtime, against a bare JSON server at the same rates. */
export async function measureLoad(): Promise<Measure[]> {
  const bare = await bareServer();
  const server = await startAssay({ code: "bundle" });
  try {
    const measures: Measure[] = [];
    for (const rate of RATES) {
      const targets = await openSessions(server.endpoints);
      const control = await steadily(rate, () => put({ url: bare.url, token: "none", revision: 0 }));
      const observed = await steadily(rate, (turn) => put(targets[turn % targets.length]!));
      measures.push(...measuresOf(rate, observed, control));
    }
    return measures;
  } finally {
    await server.dispose();
    bare.close();
    agent.destroy();
  }
}

function measuresOf(rate: number, observed: Observed, control: Observed): Measure[] {
  const { milliseconds, refused, seconds } = observed;
  return [
    { name: `saves per second at ${rate} asked`, value: milliseconds.length / seconds, unit: "/s" },
    {
      name: `p99 of a save at ${rate} per second`,
      value: percentile(milliseconds, 99),
      unit: "ms",
      control: { name: "bare JSON server", value: percentile(control.milliseconds, 99) },
    },
    {
      name: `saves not acknowledged at ${rate} per second`,
      value: refused,
      unit: "",
      target: { text: "0", met: refused === 0 },
    },
  ];
}

async function openSessions(endpoints: { api_url: string; api_key: string }): Promise<Target[]> {
  return Promise.all(
    Array.from({ length: SESSIONS }, async () => {
      const { url } = await machine(endpoints).invite();
      const person = candidate(endpoints, url);
      await person.start();
      await person.begin("cognitive");
      return { url: `${endpoints.api_url}/v1/take/answers/servers`, token: tokenOf(url), revision: 0 };
    }),
  );
}

/** Starts `rate` calls a second whether or not earlier ones have been answered, as people do. */
async function steadily(rate: number, call: (turn: number) => Promise<number | undefined>): Promise<Observed> {
  const calls: Promise<number | undefined>[] = [];
  const start = performance.now();
  for (let turn = 0; turn < rate * SECONDS; turn++) {
    const wait = start + (turn * 1000) / rate - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    calls.push(call(turn));
  }
  const times = await Promise.all(calls);
  const milliseconds = times.filter((time) => time !== undefined);
  const seconds = (performance.now() - start) / 1000;
  return { milliseconds, refused: times.length - milliseconds.length, seconds };
}

/** One save; its milliseconds, or undefined where it wasn't acknowledged. */
function put(target: Target): Promise<number | undefined> {
  const body = JSON.stringify({ value: String(target.revision), revision: target.revision++ });
  const headers = { authorization: `Bearer ${target.token}`, "content-type": "application/json" };
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(target.url, { method: "PUT", agent, headers }, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode === 200 ? performance.now() - start : undefined));
    });
    outgoing.once("error", reject).end(body);
  });
}

async function bareServer(): Promise<{ url: string; close: () => void }> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { revision } = JSON.parse(Buffer.concat(chunks).toString());
    outgoing.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ revision: revision + 1 }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, close: () => server.close() };
}
