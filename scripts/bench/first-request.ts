import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { candidate, machine, tokenOf } from "#test/journeys/support/people.ts";
import type { Runtime } from "../local/runtime.ts";
import { startDeployment } from "./deployment.ts";
import { takeEvent } from "./event.ts";
import { type Measure, median } from "./measure.ts";
import { toldBy } from "./told.ts";

const RUNS = 9;
const LATER = 10;
const BUNDLE = path.join(import.meta.dirname, "../../.build/functions/candidate/index.mjs");

type Start = { init: number; first: number; later: number };

/**
 * What a start leaves to the first request: CPU of the candidate's function, in a fresh process with tables to talk to,
 * for its import and for the first and a later look at a session in its first section.
 */
export async function measureFirstRequest(): Promise<Measure[]> {
  const deployment = await startDeployment();
  try {
    const { url } = await machine(await deployment.company()).invite();
    const person = candidate({ api_url: deployment.runtime.url }, url);
    await person.start();
    await person.begin("cognitive");
    const starts: Start[] = [];
    for (let run = 0; run < RUNS; run++) starts.push(await startOnce(deployment.runtime, tokenOf(url)));
    return measuresOf(starts);
  } finally {
    await deployment.close();
  }
}

function measuresOf(starts: Start[]): Measure[] {
  const later = { name: `the request number ${LATER}`, value: median(starts.map((start) => start.later)) };
  const first = median(starts.map((start) => start.first));
  const both = median(starts.map(({ init, first }) => init + first));
  return [
    { name: "first request of candidate", value: first, unit: "ms CPU", control: later },
    { name: "init and first request of candidate together", value: both, unit: "ms CPU" },
  ];
}

async function startOnce(runtime: Runtime, token: string): Promise<Start> {
  const event = JSON.stringify(takeEvent({ token, route: "GET /v1/take" }));
  const program = `
    const cpuOf = async (work) => {
      const before = process.cpuUsage();
      const reply = await work();
      const { user, system } = process.cpuUsage(before);
      if (reply.statusCode > 200) throw new Error(reply.body);
      return { reply, cpu: (user + system) / 1000 };
    };
    const { reply, cpu: init } = await cpuOf(() => import(${JSON.stringify(BUNDLE)}));
    const requests = [];
    for (let turn = 0; turn < ${LATER}; turn++) requests.push((await cpuOf(() => reply.handler(${event}, {}))).cpu);
    console.error(JSON.stringify({ init, first: requests[0], later: requests.at(-1) }));
    process.exit(0);`;
  const { stderr } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
    env: toldBy(runtime.template, "candidate", runtime),
  });
  return JSON.parse(stderr);
}
