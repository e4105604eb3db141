import { inProcessSandbox } from "#shared/adapters/sandbox/in-process-sandbox.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";

/** Lends a sandbox of this process to a piece of work, and closes it afterwards. */
export async function withSandbox<T>(work: (sandbox: Sandbox) => Promise<T>): Promise<T> {
  return work(inProcessSandbox());
}
