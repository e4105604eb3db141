import type { EngineStamp, Observation, RunOutcome, SandboxJob } from "../../domain/grading/sandbox.ts";
import type { Sandbox } from "../../ports/sandbox.ts";
import { invoke } from "./lambda.ts";

/** Runs each job in the function of its engine: the event is the job, the answer its observation. */
export const lambdaSandbox = (functions: { javascript: string; sql: string }): Sandbox => ({
  async run(job) {
    try {
      return (await invoke(functions[job.engine], job)) as Observation;
    } catch (error) {
      return unreachable(job, error instanceof Error ? error.message : String(error));
    }
  },
});

const NO_ENGINE: EngineStamp = { id: "unreachable", sha256: "" };

/** What is seen of an engine that didn't answer: every run ends by our fault. */
export function unreachable(job: SandboxJob, message: string): Observation {
  const fault = { outcome: "engine" as RunOutcome, message: message.slice(0, 500), fuel: 0 };
  if (job.engine === "sql") {
    return { engine: "sql", stamp: NO_ENGINE, runs: job.data_sets.map(({ id }) => ({ id, ...fault })) };
  }
  return { engine: "javascript", stamp: NO_ENGINE, runs: job.calls.map(({ id }) => ({ id, console: "", ...fault })) };
}
