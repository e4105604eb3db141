import type {
  EngineStamp,
  JavaScriptJob,
  JavaScriptObservation,
  JavaScriptRun,
} from "../../../shared/domain/grading/sandbox.ts";
import { readAsset, readStamp } from "../assets.ts";
import type { Engine } from "../serve.ts";
import { makeImage, openMachine } from "./machine.ts";
import { readProgram } from "./program.ts";
import { type Call, runCall } from "./run.ts";

/** Steps one call may take where the job doesn't say. */
export const CALL_FUEL = 2_000_000_000;
/** Steps all calls of a job may take together. */
export const JOB_FUEL = 10_000_000_000;

export type JavaScriptEngine = Engine<JavaScriptJob, JavaScriptObservation> & { readonly stamp: EngineStamp };

/** Compiles the metered QuickJS; the engine then runs one job at a time, on the calling thread. */
export function createJavaScriptEngine(): JavaScriptEngine {
  const module = new WebAssembly.Module(readAsset("quickjs.wasm"));
  const image = makeImage(module, readAsset("harness.js").toString());
  const stamp = readStamp("javascript");
  let machine = openMachine(module, image);
  let isSpoilt = false;
  return {
    stamp,
    isSpoilt: () => isSpoilt,
    run: async (job) => {
      const program = readProgram(job);
      isSpoilt ||= "brokeStripper" in program;
      const runs = runCalls(job, (call) => {
        const made = runCall(machine, program, call);
        if (machine.hasGrown() || made.run.outcome === "engine") machine = openMachine(module, image);
        return made;
      });
      return { engine: "javascript", stamp, runs };
    },
  };
}

function runCalls(
  job: JavaScriptJob,
  make: (call: Call) => { run: JavaScriptRun; endedLoading: boolean },
): JavaScriptRun[] {
  const runs: JavaScriptRun[] = [];
  let left = JOB_FUEL;
  let neverLoads: JavaScriptRun | undefined;
  for (const { id, arguments: parameters } of job.calls) {
    if (neverLoads || left <= 0) {
      runs.push(neverLoads ? { ...neverLoads, id } : outOfFuel(id));
      continue;
    }
    const call = { id, arguments: JSON.stringify(parameters), fuel: Math.min(job.fuel ?? CALL_FUEL, left) };
    const { run, endedLoading } = make(call);
    runs.push(run);
    left -= run.fuel;
    if (endedLoading) neverLoads = run;
  }
  return runs;
}

const outOfFuel = (id: string): JavaScriptRun => ({
  id,
  outcome: "fuel",
  message: "the calls before took all the steps of the job",
  console: "",
  fuel: 0,
});
