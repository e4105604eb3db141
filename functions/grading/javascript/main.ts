import type { JavaScriptJob, JavaScriptObservation } from "../../../shared/domain/grading/sandbox.ts";
import { readStamp } from "../assets.ts";
import { parseJavaScriptJob } from "../job.ts";
import { serveAs } from "../serve.ts";
import { createWorkerHost } from "../worker-host.ts";
import { createJavaScriptEngine } from "./engine.ts";

const ROLE = "assay-javascript-engine";

const host = createWorkerHost<JavaScriptJob, JavaScriptObservation>({
  module: new URL(import.meta.url),
  role: ROLE,
  wallMilliseconds: 60_000,
  ours: (job, outcome, message) => ({
    engine: "javascript",
    stamp: readStamp("javascript"),
    runs: job.calls.map(({ id }) => ({ id, outcome, message, console: "", fuel: 0 })),
  }),
});

/**
 * The JavaScript sandbox: runs a candidate's program in a metered QuickJS.
 *
 * @param event a {@link JavaScriptJob}.
 * @returns an observation for whatever the program does.
 * @throws Error for a malformed job only.
 */
export async function handler(event: unknown): Promise<JavaScriptObservation> {
  return host.run(parseJavaScriptJob(event));
}

/** Ends the engine's thread. */
export const close = host.close;

serveAs(ROLE, async () => createJavaScriptEngine());
// In Lambda the start belongs to the initialization; the author's tools start an engine when they need one.
if (process.env["AWS_LAMBDA_FUNCTION_NAME"]) host.warm();
