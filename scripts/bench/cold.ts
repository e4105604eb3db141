import { execFileSync } from "node:child_process";
import path from "node:path";
import type { SandboxJob } from "#shared/domain/grading/sandbox.ts";
import { codingJob, sqlJob } from "./jobs.ts";
import { type Measure, median } from "./measure.ts";

const RUNS = 5;
const BUNDLES = path.join(import.meta.dirname, "../../.build/functions");
const COLD_MS = 500;

const coldFunctions: { name: string; job: SandboxJob }[] = [
  { name: "run-javascript", job: codingJob },
  { name: "run-sql", job: sqlJob },
];

/** What a sandbox function's first job costs, in a fresh process: import of the bundle, start of the engine, the job. */
export function measureColdStart(): Measure[] {
  return coldFunctions.flatMap(({ name, job }) => {
    const starts = Array.from({ length: RUNS }, () => startOnce(path.join(BUNDLES, name, "index.mjs"), job));
    const cpu = median(starts.map((start) => start.cpu));
    return [
      {
        name: `cold start of ${name}, first job answered`,
        value: cpu,
        unit: "ms CPU",
        target: { text: `≤ ${COLD_MS}`, met: cpu <= COLD_MS },
      },
      { name: `the same by the clock`, value: median(starts.map((start) => start.wall)), unit: "ms" },
    ];
  });
}

function startOnce(entry: string, job: SandboxJob): { cpu: number; wall: number } {
  const program = `const { handler } = await import(${JSON.stringify(entry)});
    const { runs } = await handler(${JSON.stringify(job)});
    if (runs.some(({ outcome }) => outcome !== "ok")) throw new Error(JSON.stringify(runs));
    const { user, system } = process.cpuUsage();
    process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, wall: performance.now() }), () => process.exit(0));`;
  const environment = { ...process.env, AWS_LAMBDA_FUNCTION_NAME: "bench" };
  return JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", program], { env: environment, encoding: "utf8" }),
  );
}
