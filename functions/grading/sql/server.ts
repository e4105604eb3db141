import type { SqlJob } from "../../../shared/domain/grading/sandbox.ts";
import { sha256 } from "../kept-value.ts";
import { type Loaded, loadDataSets } from "./data-sets.ts";
import { openPostgres, type Postgres, type PostgresFiles, type PostgresImage } from "./postgres.ts";
import { must } from "./statements.ts";

/** So many jobs' data sets are kept loaded; an image of them takes about 8 MB. */
const IMAGES = 24;

/** One PostgreSQL, its state without any data, and those with the data sets of jobs, the latest last. */
type Server = { postgres: Postgres; empty: PostgresImage; loaded: Map<string, Loaded> };

/** A PostgreSQL in which a job's data sets were just loaded and nothing else was ever done. */
export type Stand = { postgres: Postgres; typeNames: Map<number, string> };

/** Starts a PostgreSQL, and another whenever that one can't serve any more. */
export async function createStands(
  module: WebAssembly.Module,
  files: PostgresFiles,
): Promise<(job: SqlJob) => Promise<Stand>> {
  const start = () => openPostgres(module, files).then(serverOn);
  let server = await start();
  return async (job) => {
    const key = sha256(JSON.stringify([job.schema, job.data_sets.map(({ sql }) => sql)]));
    if (server.postgres.isBroken()) server = await start();
    const { image, typeNames } = server.loaded.get(key) ?? (await load(server, job));
    keep(server.loaded, key, { image, typeNames });
    server.postgres.restore(image);
    return { postgres: server.postgres, typeNames };
  };
}

/** Statements that take a library each: PL/pgSQL, and the stemmers of the full-text search. */
const LINKING = ["do $$ begin end $$", "select to_tsvector('english', 'words')"];

async function serverOn(postgres: Postgres): Promise<Server> {
  for (const statement of LINKING) await must(postgres, statement);
  postgres.stopLinking();
  return { postgres, empty: postgres.capture(), loaded: new Map() };
}

function load({ postgres, empty }: Server, job: SqlJob): Promise<Loaded> {
  postgres.restore(empty);
  return loadDataSets(postgres, job);
}

/** Those that weren't asked for longest make room. */
function keep(loaded: Map<string, Loaded>, key: string, latest: Loaded): void {
  loaded.delete(key);
  loaded.set(key, latest);
  const [oldest] = loaded.keys();
  if (loaded.size > IMAGES && oldest) loaded.delete(oldest);
}
