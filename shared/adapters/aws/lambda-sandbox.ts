import type { Observation } from "../../domain/grading/sandbox.ts";
import type { Sandbox } from "../../ports/sandbox.ts";
import { unreachable } from "../sandbox/unreachable.ts";
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
