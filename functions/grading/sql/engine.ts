import type { EngineStamp, SqlJob, SqlObservation, SqlRun } from "../../../shared/domain/grading/sandbox.ts";
import { readAsset, readStamp } from "../assets.ts";
import type { Engine } from "../serve.ts";
import { type Loaded, loadDataSet } from "./data-sets.ts";
import { openPostgres, type Postgres } from "./postgres.ts";
import { type Finished, runQuery } from "./run.ts";
import { must } from "./statements.ts";

/** Steps a query may take on one data set where the job doesn't say. */
export const QUERY_FUEL = 2_000_000_000;
/** A PostgreSQL is replaced after so many jobs, or when it holds so many data sets. */
const JOBS = 200;
const DATA_SETS = 100;

export type SqlEngine = Engine<SqlJob, SqlObservation> & { readonly stamp: EngineStamp };

/** One PostgreSQL with what is known of it. */
type Server = { postgres: Postgres; loaded: Map<string, Loaded>; typeNames: Map<number, string>; jobs: number };

/** Compiles the metered PostgreSQL and starts it; the engine then runs one job at a time, on the calling thread. */
export async function createSqlEngine(): Promise<SqlEngine> {
  const module = new WebAssembly.Module(readAsset("postgres.wasm"));
  const files = { bundle: readAsset("postgres.data"), base: readAsset("base.tar") };
  const stamp = readStamp("sql");
  const start = () => openPostgres(module, files).then(serverOn);
  let server: Server | undefined = await start();
  const run = async (job: SqlJob, set: SqlJob["data_sets"][number]): Promise<SqlRun> => {
    server ??= await start();
    const finished = await runOn(server, job, set);
    if (finished.isSpoilt) server = undefined;
    return { id: set.id, ...finished.run };
  };
  return {
    stamp,
    isSpoilt: () => false,
    run: async (job) => {
      if (server && isWornOut(server)) server = undefined;
      const runs: SqlRun[] = [];
      for (const set of job.data_sets) runs.push(await run(job, set));
      if (server) server.jobs++;
      return { engine: "sql", stamp, runs };
    },
  };
}

async function serverOn(postgres: Postgres): Promise<Server> {
  const { rows } = await must(postgres, "select oid, typname from pg_type");
  const typeNames = new Map(rows.map(([oid, name]) => [Number(oid), name!]));
  return { postgres, loaded: new Map(), typeNames, jobs: 0 };
}

const isWornOut = ({ jobs, loaded }: Server): boolean => jobs >= JOBS || loaded.size >= DATA_SETS;

async function runOn(server: Server, job: SqlJob, set: SqlJob["data_sets"][number]): Promise<Finished> {
  const { postgres, loaded, typeNames } = server;
  try {
    const name = await loadDataSet(postgres, loaded, { schema: job.schema, sql: set.sql });
    return await runQuery(postgres, name, { query: job.query, fuel: job.fuel ?? QUERY_FUEL, typeNames });
  } catch (fault) {
    const message = `data set ${set.id}: ${fault}`.slice(0, 500);
    return { run: { outcome: "engine", message, fuel: 0 }, isSpoilt: true };
  }
}
