import { createJavaScriptEngine } from "#functions/grading/javascript/engine.ts";
import { createSqlEngine } from "#functions/grading/sql/engine.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";

/** A sandbox of this process. Each engine is made when it is first needed, and runs one job after the other. */
export function localSandbox(): Sandbox {
  let javascript: ReturnType<typeof createJavaScriptEngine> | undefined;
  let sql: ReturnType<typeof createSqlEngine> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(job) {
      const runJob = async () => {
        if (job.engine === "javascript") return (javascript ??= createJavaScriptEngine()).run(job);
        return (await (sql ??= createSqlEngine())).run(job);
      };
      const observation = last.then(runJob);
      last = observation.catch(() => undefined);
      return observation;
    },
  };
}
