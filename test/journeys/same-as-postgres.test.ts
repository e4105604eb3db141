import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { close, handler } from "#functions/grading/sql/main.ts";
import { ensureEngines } from "#scripts/meter/main.ts";
import type { SqlRun } from "#shared/domain/grading/sandbox.ts";
import { compareRows } from "#shared/domain/grading/sql/compare.ts";
import type { SqlKey } from "#shared/domain/grading/sql/schema.ts";
import { type Debian, findPostgres, startDebian } from "./postgres/debian.ts";

const file = z.object({
  schema: z.string(),
  data_sets: z.array(z.object({ id: z.string(), sql: z.string() })),
  queries: z.array(z.object({ query: z.string(), sorted: z._default(z.boolean(), false) })),
});
const { schema, data_sets, queries } = z.parse(
  file,
  parse(readFileSync(new URL("./postgres/queries.yaml", import.meta.url), "utf8")),
);

const programs = findPostgres();
const skipped = programs ? "" : " (skipped: no PostgreSQL of Debian's in /usr/lib/postgresql)";

describe.skipIf(!programs)(`a query answers as on Debian's PostgreSQL${skipped}`, () => {
  let debian: Debian;
  const seen = new Map<string, SqlRun[]>();
  beforeAll(async () => {
    await ensureEngines();
    debian = await startDebian(programs!);
    for (const { id, sql } of data_sets)
      await debian.run([`create schema "${id}"`, `set search_path = "${id}"; ${schema}; ${sql}`]);
    for (const { query } of queries) seen.set(query, (await handler({ engine: "sql", schema, data_sets, query })).runs);
  });
  afterAll(async () => {
    await Promise.all([debian.close(), close()]);
  });

  test("in at least 60 queries", () => {
    expect(seen.size).toBeGreaterThanOrEqual(60);
  });

  test.each(queries)("$query", async ({ query, sorted }) => {
    const answers = await debian.run(data_sets.flatMap(({ id }) => [`set search_path = "${id}"`, query]));
    for (const [place, run] of seen.get(query)!.entries()) {
      const dataSet = { id: run.id, title: run.id, sql: "", rows: answers[2 * place + 1]! };
      const agreed = { rows: null, columns: null, order: null };
      expect(compareRows(keyFor(run, sorted), dataSet, run), run.id).toEqual(agreed);
    }
  });
});

/** All columns count; `sorted` fixes the order to the last tie. */
function keyFor(run: SqlRun, sorted: boolean): SqlKey {
  const columns = run.columns?.length ?? 0;
  const order = { by: Array.from({ length: columns }, (_, index) => index + 1), ties: "fixed" as const };
  const key = { points: { rows: "1" }, columns, data_sets: [], reference: "", equivalent_mutants: [] };
  return sorted ? { ...key, order } : key;
}
