import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CANDIDATE_KB } from "../build/functions.ts";
import { type Measure, median } from "./measure.ts";

const RUNS = 9;
const BUNDLES = path.join(import.meta.dirname, "../../.build/functions");
const CANDIDATE_MS = 60;

/** What a function's start costs: CPU of importing its bundle in a fresh process, and its bytes, against an empty handler. */
export function measureInit(): Measure[] {
  const control = { name: "empty handler", value: importCpu(emptyHandler()) };
  return readdirSync(BUNDLES)
    .sort()
    .flatMap((name) => functionMeasures(name, control));
}

function functionMeasures(name: string, control: { name: string; value: number }): Measure[] {
  const entry = path.join(BUNDLES, name, "index.mjs");
  const cpu = importCpu(entry);
  const kilobytes = javaScriptBytes(path.dirname(entry)) / 1024;
  const budget = name === "candidate";
  return [
    {
      name: `init of ${name}`,
      value: cpu,
      unit: "ms CPU",
      control,
      ...(budget && { target: { text: `≤ ${CANDIDATE_MS} ms over empty`, met: cpu - control.value <= CANDIDATE_MS } }),
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

function importCpu(entry: string): number {
  const program = `const before = process.cpuUsage(); await import(${JSON.stringify(entry)});
    const used = process.cpuUsage(before); process.stdout.write(String((used.user + used.system) / 1000)); process.exit(0);`;
  const run = () =>
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", program], { env: lambdaEnvironment() }));
  return median(Array.from({ length: RUNS }, run));
}

/** As Lambda would set it; nothing listens there, and a start must not mind. */
const lambdaEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "bench",
  AWS_SECRET_ACCESS_KEY: "bench",
  AWS_ENDPOINT_URL: "http://127.0.0.1:9",
  AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:9",
  JOURNAL_TABLE: "Journal",
  STATE_TABLE: "State",
  SIGNING_KEY: "key",
  SITE_URL: "https://bench.example",
  JAVASCRIPT_SANDBOX: "run-javascript",
  SQL_SANDBOX: "run-sql",
  WORKFLOW_FUNCTION: "workflow",
  DELIVERY_FUNCTION: "delivery",
  API_HOST: "api.bench.example",
  MAIL: "none",
  LOOPBACK_WEBHOOKS: "refused",
  WEBHOOK_ALLOW_CIDRS: "",
  REQUESTS_PER_MINUTE: "6000",
  UV_THREADPOOL_SIZE: "64",
  ASSESSMENT_MACHINE: "arn:aws:states:us-east-1:000000000000:stateMachine:AssayAssessment",
  WEBHOOK_DELIVERY_MACHINE: "arn:aws:states:us-east-1:000000000000:stateMachine:AssayWebhookDelivery",
});

const javaScriptBytes = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".mjs") || file.endsWith(".js"))
    .reduce((total, file) => total + statSync(path.join(folder, file)).size, 0);
