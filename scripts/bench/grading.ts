import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SandboxJob } from "#shared/domain/grading/sandbox.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";
import { withSandbox } from "../playbook/sandbox.ts";
import { codingJob, sqlJob } from "./jobs.ts";
import { cpuMilliseconds, type Measure, median } from "./measure.ts";

/** As many as V8 needs to compile for good what these jobs run. */
const WARM_UP = 150;
const RUNS = 75;
const CONTROL_RUNS = 3;
const TIMES_FASTER = 20;
const SQL_PER_SECOND = 150;

/** Gradings per second and core: metered engines against a fresh `node` process per test, in the same run. */
export function measureGrading(): Promise<Measure[]> {
  return withSandbox(async (sandbox) => {
    const coding = await perCpuSecond(sandbox, codingJob);
    const fresh = 1000 / median(Array.from({ length: CONTROL_RUNS }, freshProcessesMilliseconds));
    const sql = await perCpuSecond(sandbox, sqlJob);
    return [
      {
        name: "coding gradings of 10 tests",
        value: coding,
        unit: "per s and core",
        control: { name: "a fresh node per test", value: fresh },
        target: { text: `≥ ${TIMES_FASTER} times`, met: coding >= TIMES_FASTER * fresh },
      },
      {
        name: "SQL gradings of 3 data sets",
        value: sql,
        unit: "per s and core",
        target: { text: `≥ ${SQL_PER_SECOND}`, met: sql >= SQL_PER_SECOND },
      },
    ];
  });
}

async function perCpuSecond(sandbox: Sandbox, job: SandboxJob): Promise<number> {
  for (let run = 0; run < WARM_UP; run++) await sandbox.run(job);
  const each: number[] = [];
  for (let run = 0; run < RUNS; run++) each.push(await cpuMilliseconds(() => sandbox.run(job)));
  return 1000 / median(each);
}

/** How much CPU the same ten tests take with a process each. */
function freshProcessesMilliseconds(): number {
  const folder = mkdtempSync(path.join(tmpdir(), "assay-bench-"));
  const file = path.join(folder, "test.cjs");
  writeFileSync(
    file,
    `${codingJob.source} total(JSON.parse(process.argv[2])); const { user, system } = process.cpuUsage(); console.log(user + system);`,
  );
  const microseconds = codingJob.calls.map((call) =>
    Number(execFileSync(process.execPath, [file, JSON.stringify(call.arguments[0])], { encoding: "utf8" })),
  );
  rmSync(folder, { recursive: true });
  return microseconds.reduce((sum, each) => sum + each, 0) / 1000;
}
