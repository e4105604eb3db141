import type { JavaScriptObservation, SandboxJob, SqlObservation } from "../../domain/grading/sandbox.ts";
import type { Sandbox } from "../../ports/sandbox.ts";
import { unreachable } from "./unreachable.ts";

/** The handlers of the two sandbox functions; each keeps its engine in a worker thread of this process. */
export type SandboxHandlers = {
  javascript: (job: unknown) => Promise<JavaScriptObservation>;
  sql: (job: unknown) => Promise<SqlObservation>;
};

/** The same engines without Lambda: for the author's tools, the verifier and tests. */
export function createInProcessSandbox(handlers: SandboxHandlers): Sandbox {
  return {
    run: async (job: SandboxJob) => {
      try {
        return await handlers[job.engine](job);
      } catch (fault) {
        return unreachable(job, `the sandbox failed: ${fault}`);
      }
    },
  };
}
