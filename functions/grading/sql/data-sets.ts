import type { SqlJob } from "../../../shared/domain/grading/sandbox.ts";
import type { Postgres, PostgresImage } from "./postgres.ts";
import { must } from "./statements.ts";

/** PostgreSQL with a job's data sets in it, and the names of all types there are. */
export type Loaded = { image: PostgresImage; typeNames: Map<number, string> };

/** The schema with a data set's tables, and the one role that may read them, by its place in the job. */
export const nameOfSet = (place: number): string => `set_${place + 1}`;

/**
 * Loads a job's data sets into an empty PostgreSQL, each into a schema of its own.
 *
 * @throws Error when the author's statements fail; the PostgreSQL then has to be put back.
 */
export async function loadDataSets(postgres: Postgres, { schema, data_sets }: SqlJob): Promise<Loaded> {
  postgres.unlimit();
  for (const [place, { id, sql }] of data_sets.entries())
    await loadDataSet(postgres, { name: nameOfSet(place), sql: `${schema}\n;${sql}` }).catch((fault) => {
      throw new Error(`data set ${id}: ${fault}`);
    });
  const typeNames = await readTypeNames(postgres);
  for (const place of data_sets.keys()) await fillCaches(postgres, nameOfSet(place));
  return { image: postgres.capture(), typeNames };
}

async function loadDataSet(postgres: Postgres, { name, sql }: { name: string; sql: string }): Promise<void> {
  await must(postgres, `begin; create role ${name} nologin; create schema public; ${sql}\n;`);
  await must(
    postgres,
    `grant usage on schema public to ${name}; grant select on all tables in schema public to ${name}`,
  );
  await must(postgres, await analyzeAll(postgres));
  await must(postgres, `alter schema public rename to ${name}; commit`);
}

/** Reads every table once in the ways of most queries, so that PostgreSQL has looked up what those need. */
async function fillCaches(postgres: Postgres, name: string): Promise<void> {
  await must(postgres, `begin read only; set local search_path = ${name}; set local role ${name}`);
  const tables = await must(
    postgres,
    `select format('%I', relname) from pg_class where relnamespace = '${name}'::regnamespace and relkind = 'r' order by relname`,
  );
  for (const [table] of tables.rows)
    await must(
      postgres,
      `select count(*), sum(1), max(a.n), avg(1.0) from (select t::text as name, row_number() over () as n from ${table} t) a
       left join (select 1 as n, '' as name from ${table}) b on a.n = b.n and a.name <> b.name
       where a.n > 0 and a.name >= '' group by a.name having count(*) > 0 order by 1 desc, a.name limit 1`,
    );
  await must(postgres, "rollback");
}

/** Statistics, without which plans, and so the fuel, would be guesses. */
async function analyzeAll(postgres: Postgres): Promise<string> {
  const tables = await must(
    postgres,
    "select format('analyze public.%I', relname) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname",
  );
  return tables.rows.map(([statement]) => statement).join("; ");
}

async function readTypeNames(postgres: Postgres): Promise<Map<number, string>> {
  const { rows } = await must(postgres, "select oid, typname from pg_type");
  return new Map(rows.map(([oid, name]) => [Number(oid), name!]));
}
