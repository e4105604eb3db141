import type { EngineStamp, SqlJob, SqlObservation, SqlRun } from "../../../shared/domain/grading/sandbox.ts";
import { readAsset, readStamp } from "../assets.ts";
import type { Engine } from "../serve.ts";
import { type Loaded, loadDataSet } from "./data-sets.ts";
import { openPostgres, type Postgres } from "./postgres.ts";
import { type Finished, runQuery } from "./run.ts";
import { must } from "./statements.ts";

/** Steps a query may take on one data set where the job doesn't say. */
export const QUERY_FUEL = 2_000_000_000;
/** Steps a query may take on all data sets of a job together. */
export const JOB_FUEL = 10_000_000_000;
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
  const runSet: RunSet = async (job, set, fuel) => {
    server ??= await start();
    const finished = await runOn(server, { job, set, fuel });
    if (finished.isSpoilt) server = undefined;
    return { id: set.id, ...finished.run };
  };
  return {
    stamp,
    isSpoilt: () => false,
    run: async (job) => {
      if (server && isWornOut(server)) server = undefined;
      const runs = await runSets(job, runSet);
      if (server) server.jobs++;
      return { engine: "sql", stamp, runs };
    },
  };
}

async function serverOn(postgres: Postgres): Promise<Server> {
  return { postgres, loaded: new Map(), typeNames: await readTypeNames(postgres), jobs: 0 };
}

async function readTypeNames(postgres: Postgres): Promise<Map<number, string>> {
  const { rows } = await must(postgres, "select oid, typname from pg_type");
  return new Map(rows.map(([oid, name]) => [Number(oid), name!]));
}

const isWornOut = ({ jobs, loaded }: Server): boolean => jobs >= JOBS || loaded.size >= DATA_SETS;

type DataSet = SqlJob["data_sets"][number];
type RunSet = (job: SqlJob, set: DataSet, fuel: number) => Promise<SqlRun>;

async function runSets(job: SqlJob, runSet: RunSet): Promise<SqlRun[]> {
  const runs: SqlRun[] = [];
  let left = JOB_FUEL;
  for (const set of job.data_sets) {
    const fuel = Math.min(job.fuel ?? QUERY_FUEL, left);
    const run = fuel > 0 ? await runSet(job, set, fuel) : outOfFuel(set.id);
    left -= run.fuel;
    runs.push(run);
  }
  return runs;
}

const outOfFuel = (id: string): SqlRun => ({
  id,
  outcome: "fuel",
  message: "the data sets before took all the steps of the job",
  fuel: 0,
});

async function runOn(
  server: Server,
  { job, set, fuel }: { job: SqlJob; set: DataSet; fuel: number },
): Promise<Finished> {
  const { postgres, loaded } = server;
  try {
    const known = loaded.size;
    const place = await loadDataSet(postgres, loaded, { schema: job.schema, sql: set.sql });
    if (loaded.size > known) server.typeNames = await readTypeNames(postgres);
    return await runQuery(postgres, place, { query: job.query, fuel, typeNames: server.typeNames });
  } catch (fault) {
    const message = `data set ${set.id}: ${fault}`.slice(0, 500);
    return { run: { outcome: "engine", message, fuel: 0 }, isSpoilt: true };
  }
}
