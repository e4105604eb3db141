import * as javascript from "#functions/grading/javascript/main.ts";
import * as sql from "#functions/grading/sql/main.ts";
import { createInProcessSandbox } from "#shared/adapters/sandbox/in-process-sandbox.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";
import { ensureEngines } from "../meter/main.ts";

/** Lends the sandbox functions, in threads of this process, to a piece of work, and ends them afterwards. */
export async function withSandbox<T>(work: (sandbox: Sandbox) => Promise<T>): Promise<T> {
  await ensureEngines();
  try {
    return await work(createInProcessSandbox({ javascript: javascript.handler, sql: sql.handler }));
  } finally {
    await Promise.all([javascript.close(), sql.close()]);
  }
}
