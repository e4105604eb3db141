import type { EngineStamp, SqlJob, SqlObservation, SqlRun } from "../../../shared/domain/grading/sandbox.ts";
import { readAsset, readStamp } from "../assets.ts";
import type { Engine } from "../serve.ts";
import { runQuery } from "./run.ts";
import { createStands, type Stand } from "./server.ts";

/** Steps a query may take on one data set where the job doesn't say. */
export const QUERY_FUEL = 2_000_000_000;
/** Steps a query may take on all data sets of a job together. */
export const JOB_FUEL = 10_000_000_000;

export type SqlEngine = Engine<SqlJob, SqlObservation> & { readonly stamp: EngineStamp };

/** Compiles the metered PostgreSQL and starts it; the engine then runs one job at a time, on the calling thread. */
export async function createSqlEngine(): Promise<SqlEngine> {
  const module = new WebAssembly.Module(readAsset("postgres.wasm"));
  const standFor = await createStands(module, { bundle: readAsset("postgres.data"), base: readAsset("base.tar") });
  const stamp = readStamp("sql");
  return {
    stamp,
    isSpoilt: () => false,
    run: async (job) => ({ engine: "sql", stamp, runs: await runSets(job, () => standFor(job)) }),
  };
}

/**
 * Every job, and within it every set after one that PostgreSQL didn't end in order, starts from the same bytes: so the
 * same job takes the same steps, whatever was graded before.
 */
async function runSets(job: SqlJob, standAnew: () => Promise<Stand>): Promise<SqlRun[]> {
  const runs: SqlRun[] = [];
  let left = JOB_FUEL;
  let stand: Stand | undefined;
  for (const [place, { id }] of job.data_sets.entries()) {
    const fuel = Math.min(job.fuel ?? QUERY_FUEL, left);
    try {
      stand ??= await standAnew();
      const { run, isClean } = await runQuery(stand, { query: job.query, place, fuel });
      runs.push({ id, ...run });
      left -= run.fuel;
      if (!isClean) stand = undefined;
    } catch (fault) {
      runs.push({ id, outcome: "engine", message: `${fault}`.slice(0, 500), fuel: 0 });
      stand = undefined;
    }
  }
  return runs;
}
