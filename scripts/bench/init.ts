import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type ZoneName, zoneSources } from "#infra/zone-sources.ts";
import { CANDIDATE_KB } from "../build/functions.ts";
import { loadTemplate } from "../local/template/template.ts";
import { prepareTemplates } from "../start/prepared.ts";
import { type Measure, median } from "./measure.ts";
import { toldBy } from "./told.ts";

const RUNS = 9;
const BUNDLES = path.join(import.meta.dirname, "../../.build/functions");
const CANDIDATE_MS = 60;

type Start = { entry: string; told: NodeJS.ProcessEnv };

/** What a function's start costs: CPU of importing its bundle in a fresh process, and its bytes, against an empty handler. */
export async function measureInit(): Promise<Measure[]> {
  const { outDir } = await prepareTemplates("source");
  const template = loadTemplate(outDir, "127.0.0.1");
  const zones = Object.keys(zoneSources) as ZoneName[];
  const starts = zones.map((zone) => ({ entry: bundleOf(zone), told: toldBy(template, zone, NOBODY) }));
  const [empty, ...each] = inTurns([{ entry: emptyHandler(), told: process.env }, ...starts]);
  return zones.flatMap((zone, place) => functionMeasures(zone, each[place]!, empty!));
}

/** Nothing listens there, and a start must not mind. */
const NOBODY = { awsUrl: "http://127.0.0.1:9", dynamodbUrl: "http://127.0.0.1:9" };

const bundleOf = (zone: ZoneName): string => path.join(BUNDLES, zone, "index.mjs");

/** Median CPU of each start; one after the other in each round, so that what else the machine does meets all alike. */
function inTurns(starts: readonly Start[]): number[] {
  const rounds = Array.from({ length: RUNS }, () => starts.map(importCpu));
  return starts.map((_, place) => median(rounds.map((round) => round[place]!)));
}

function functionMeasures(name: ZoneName, cpu: number, empty: number): Measure[] {
  const kilobytes = javaScriptBytes(path.join(BUNDLES, name)) / 1024;
  const budget = name === "candidate";
  return [
    {
      name: `init of ${name}`,
      value: cpu,
      unit: "ms CPU",
      control: { name: "empty handler", value: empty },
      ...(budget && { target: { text: `≤ ${CANDIDATE_MS} ms over empty`, met: cpu - empty <= CANDIDATE_MS } }),
    },
    {
      name: `JavaScript of ${name}`,
      value: kilobytes,
      unit: "KB",
      ...(budget && { target: { text: `≤ ${CANDIDATE_KB} KB`, met: kilobytes <= CANDIDATE_KB } }),
    },
  ];
}

function emptyHandler(): string {
  const folder = path.join(BUNDLES, "../bench");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "empty.mjs");
  writeFileSync(file, "export const handler = async () => ({ statusCode: 204 });\n");
  return file;
}

function importCpu({ entry, told }: Start): number {
  const program = `const before = process.cpuUsage(); await import(${JSON.stringify(entry)});
    const used = process.cpuUsage(before); process.stdout.write(String((used.user + used.system) / 1000)); process.exit(0);`;
  return Number(execFileSync(process.execPath, ["--input-type=module", "-e", program], { env: told }));
}

const javaScriptBytes = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".mjs") || file.endsWith(".js"))
    .reduce((total, file) => total + statSync(path.join(folder, file)).size, 0);
