import { setFlagsFromString } from "node:v8";
import type { SqlJob, SqlObservation } from "../../../shared/domain/grading/sandbox.ts";
import { readStamp } from "../assets.ts";
import { parseSqlJob } from "../job.ts";
import { serveAs } from "../serve.ts";
import { createWorkerHost } from "../worker-host.ts";

const ROLE = "assay-sql-engine";

const host = createWorkerHost<SqlJob, SqlObservation>({
  module: new URL(import.meta.url),
  role: ROLE,
  wallMilliseconds: 120_000,
  ours: (job, outcome, message) => ({
    engine: "sql",
    stamp: readStamp("sql"),
    runs: job.data_sets.map(({ id }) => ({ id, outcome, message, fuel: 0 })),
  }),
});

/**
 * The SQL sandbox: runs a candidate's query in a metered PostgreSQL.
 *
 * @param event a {@link SqlJob}.
 * @returns an observation for whatever the query does.
 * @throws Error for a malformed job only.
 */
export async function handler(event: unknown): Promise<SqlObservation> {
  return host.run(parseSqlJob(event));
}

/** Ends the engine's thread. */
export const close = host.close;

/**
 * Bytes of a function that run before V8 compiles it anew to run faster. At V8's own tenth of it, half of a start's
 * processor time goes to PostgreSQL's largest functions; at several times of it, the busiest are never compiled anew.
 */
const TIERING_BUDGET = 150_000_000;

// The engine and all that belongs to it are loaded in its thread only.
serveAs(ROLE, async () => {
  setFlagsFromString(`--wasm-tiering-budget=${TIERING_BUDGET}`);
  const { createSqlEngine } = await import("./engine.ts");
  return createSqlEngine();
});
// In Lambda the start belongs to the initialization; the author's tools start an engine when they need one.
if (process.env["AWS_LAMBDA_FUNCTION_NAME"]) host.warm();
