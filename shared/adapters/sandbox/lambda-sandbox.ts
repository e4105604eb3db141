import type { Observation, SandboxJob } from "../../domain/grading/sandbox.ts";
import type { Sandbox } from "../../ports/sandbox.ts";
import { unreachable } from "./unreachable.ts";

/** Calls a function and waits for its answer. `failed`: the function threw, and `payload` says what. */
export type InvokeFunction = (name: string, payload: string) => Promise<{ payload: string; failed: boolean }>;

export type LambdaSandboxOptions = { invoke: InvokeFunction; functions: Record<SandboxJob["engine"], string> };

/** The sandboxes as functions of their own, called with the job as the whole event. */
export function createLambdaSandbox({ invoke, functions }: LambdaSandboxOptions): Sandbox {
  return {
    run: async (job) => {
      try {
        const { payload, failed } = await invoke(functions[job.engine], JSON.stringify(job));
        return failed ? unreachable(job, `the sandbox failed: ${payload}`) : (JSON.parse(payload) as Observation);
      } catch (fault) {
        return unreachable(job, `the sandbox can't be reached: ${fault}`);
      }
    },
  };
}
