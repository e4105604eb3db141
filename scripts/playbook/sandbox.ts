import * as javascript from "#functions/grading/javascript/main.ts";
import * as sql from "#functions/grading/sql/main.ts";
import { createInProcessSandbox } from "#shared/adapters/sandbox/in-process-sandbox.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";
import { ensureEngines } from "../meter/main.ts";

/** The sandbox functions in threads of this process, which end with it. Engines are built and started when needed. */
export function localSandbox(): Sandbox {
  const sandbox = createInProcessSandbox({ javascript: javascript.handler, sql: sql.handler });
  let built: Promise<void> | undefined;
  return {
    run: async (job) => {
      built ??= ensureEngines();
      await built;
      return sandbox.run(job);
    },
  };
}

/** Lends {@link localSandbox} to a piece of work, and ends its threads afterwards. */
export async function withSandbox<T>(work: (sandbox: Sandbox) => Promise<T>): Promise<T> {
  try {
    return await work(localSandbox());
  } finally {
    await Promise.all([javascript.close(), sql.close()]);
  }
}
