import { createJavaScriptEngine } from "#functions/grading/javascript/engine.ts";
import { createSqlEngine } from "#functions/grading/sql/engine.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";

/** A sandbox of this process. Each engine is made when it is first needed, and runs one job after the other. */
export function localSandbox(): Sandbox {
  const javascript = once(async () => createJavaScriptEngine());
  const sql = once(createSqlEngine);
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(job) {
      const observation = last.then(async () =>
        job.engine === "javascript" ? (await javascript()).run(job) : (await sql()).run(job),
      );
      last = observation.catch(() => undefined);
      return observation;
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
