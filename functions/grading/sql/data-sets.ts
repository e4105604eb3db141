import { sha256 } from "../kept-value.ts";
import type { Postgres } from "./postgres.ts";
import { execute, must } from "./statements.ts";

/** A data set that is loaded: its tables' schema, and the one role that may read them, have this name. */
export type Loaded = { name: string };

/**
 * Loads a data set into a schema and role of its own, or finds it there from before.
 *
 * @throws Error when the author's statements fail.
 */
export async function loadDataSet(
  postgres: Postgres,
  loaded: Map<string, Loaded>,
  { schema, sql }: { schema: string; sql: string },
): Promise<Loaded> {
  const name = `set_${sha256(`${schema}\0${sql}`).slice(0, 32)}`;
  const known = loaded.get(name);
  if (known) return known;
  postgres.unlimit();
  try {
    await must(postgres, `begin; create role ${name} nologin; create schema public; ${schema}\n;${sql}\n;`);
    await must(
      postgres,
      `grant usage on schema public to ${name}; grant select on all tables in schema public to ${name}`,
    );
    await must(postgres, await analyzeAll(postgres));
    await must(postgres, `alter schema public rename to ${name}; commit`);
  } catch (fault) {
    await execute(postgres, "rollback");
    throw fault;
  }
  loaded.set(name, { name });
  return { name };
}

/** Statistics, without which plans, and so the fuel, would be guesses. */
async function analyzeAll(postgres: Postgres): Promise<string> {
  const tables = await must(
    postgres,
    "select format('analyze public.%I', relname) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname",
  );
  return tables.rows.map(([statement]) => statement).join("; ");
}
