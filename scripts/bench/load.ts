import { once } from "node:events";
import { Agent, request } from "node:http";
import { Worker } from "node:worker_threads";
import { candidate, machine, tokenOf } from "#test/journeys/support/people.ts";
import { startAssay } from "#test/journeys/support/server.ts";
import { type Measure, percentile } from "./measure.ts";

const SECONDS = 8;
const SESSIONS = 50;
const RATES = [100, 500];

type Target = { url: string; token: string; revision: number };
type Observed = { milliseconds: number[]; refused: number; seconds: number };

const agent = new Agent({ keepAlive: true, maxSockets: 128 });

/**
 * Saves over HTTP at steady rates, against a bare JSON server at the same rates. Three that share this machine's cores
 * and no thread: these requests, whichever server answers them, and the emulation of DynamoDB behind the product's.
 */
export async function measureLoad(): Promise<Measure[]> {
  const bare = await bareServer();
  const server = await startAssay({ code: "bundle" });
  try {
    const measures: Measure[] = [];
    for (const rate of RATES) {
      const targets = await openSessions(server.endpoints);
      const control = await steadily(rate, () => isSaved({ url: bare.url, token: "none", revision: 0 }));
      const observed = await steadily(rate, (turn) => isSaved(targets[turn % targets.length]!));
      measures.push(...measuresOf(rate, observed, control));
    }
    return measures;
  } finally {
    await server.dispose();
    await bare.close();
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

/**
 * Starts `rate` calls a second whether or not earlier ones have been answered, as people do. A call's time counts from
 * the moment that was meant for it, so that nothing is left out where the sender itself falls behind.
 */
async function steadily(rate: number, call: (turn: number) => Promise<boolean>): Promise<Observed> {
  const calls: Promise<number | undefined>[] = [];
  const start = performance.now();
  for (let turn = 0; turn < rate * SECONDS; turn++) {
    const due = start + (turn * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    calls.push(call(turn).then((saved) => (saved ? performance.now() - due : undefined)));
  }
  const times = await Promise.all(calls);
  const milliseconds = times.filter((time) => time !== undefined);
  const seconds = (performance.now() - start) / 1000;
  return { milliseconds, refused: times.length - milliseconds.length, seconds };
}

/** One save; whether it was acknowledged. */
function isSaved(target: Target): Promise<boolean> {
  const body = JSON.stringify({ value: String(target.revision), revision: target.revision++ });
  const headers = { authorization: `Bearer ${target.token}`, "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const outgoing = request(target.url, { method: "PUT", agent, headers }, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode === 200));
    });
    outgoing.once("error", reject).end(body);
  });
}

/** On a thread of its own: it must not wait for those who ask it. */
async function bareServer(): Promise<{ url: string; close: () => Promise<unknown> }> {
  const worker = new Worker(new URL("./bare-server.ts", import.meta.url));
  const [port] = await once(worker, "message");
  return { url: `http://127.0.0.1:${port}/`, close: () => worker.terminate() };
}
