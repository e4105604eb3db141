import { beforeAll, describe, expect, test } from "vitest";
import { createSqlEngine, type SqlEngine } from "#functions/grading/sql/engine.ts";
import { ensureEngines } from "#scripts/meter/main.ts";

let engine: SqlEngine;
beforeAll(async () => {
  await ensureEngines();
  engine = await createSqlEngine();
}, 60_000);

const schema = "create table orders (id int primary key, total numeric(10, 2), placed timestamptz, note text);";
const data = [
  "insert into orders values (1, 9.00, '2024-02-01T00:00:00Z', null), (2, 1.5, '2024-01-01T12:00:00+02', 'x');",
  "insert into orders select n, n, now(), 'n' from generate_series(1, 50) n;",
];

async function run(query: string, more: { fuel?: number; sets?: string[] } = {}) {
  const data_sets = (more.sets ?? [data[0]!]).map((sql, index) => ({ id: `set-${index}`, sql }));
  return (await engine.run({ engine: "sql", schema, data_sets, query, ...(more.fuel && { fuel: more.fuel }) })).runs;
}
const one = async (query: string, more: { fuel?: number } = {}) => (await run(query, more))[0]!;

describe("a query", () => {
  test("answers with typed columns and values as PostgreSQL prints them", async () => {
    expect(await one("select id, total, placed, note from orders order by id")).toMatchObject({
      outcome: "ok",
      columns: [
        { name: "id", type: "int4" },
        { name: "total", type: "numeric" },
        { name: "placed", type: "timestamptz" },
        { name: "note", type: "text" },
      ],
      rows: [
        ["1", "9.00", "2024-02-01 00:00:00+00", null],
        ["2", "1.50", "2024-01-01 10:00:00+00", "x"],
      ],
      row_count: 2,
    });
  });

  test("names the types that a data set defines", async () => {
    const sql =
      "create type mood as enum ('calm', 'cross'); create table people (mood mood); insert into people values ('calm')";
    const job = {
      engine: "sql",
      schema: sql,
      data_sets: [{ id: "set", sql: "" }],
      query: "select mood from people",
    } as const;
    const { runs } = await engine.run({ ...job, data_sets: [...job.data_sets] });
    expect(runs[0]).toMatchObject({ columns: [{ name: "mood", type: "mood" }], rows: [["calm"]] });
  });

  test("runs on each data set by itself", async () => {
    const runs = await run("select count(*) from orders", { sets: data });
    expect(runs.map(({ rows }) => rows)).toEqual([[["2"]], [["50"]]]);
  });

  test("may name the schema, end in a semicolon, hold comments", async () => {
    for (const query of [
      "select 1 from public.orders limit 1;",
      "select 1; -- done",
      "/* a */ select 1 -- b",
      "values (1)",
    ])
      expect(await one(query), query).toMatchObject({ outcome: "ok", rows: [["1"]] });
  });

  test("sees the same clock and the same random numbers each time", async () => {
    const query = "select now(), clock_timestamp(), random(), gen_random_uuid()";
    const first = await one(query);
    expect(first.rows![0]!.slice(0, 2)).toEqual(["2026-01-01 00:00:00+00", "2026-01-01 00:00:00+00"]);
    expect((await one(query)).rows).toEqual(first.rows);
  });

  test("takes the same steps whatever ran before", async () => {
    const query = "select note, count(*) from orders group by note order by 2 desc";
    const first = await run(query, { sets: data });
    const wild = "with recursive r as (select 1 as n union all select n + 1 from r) select max(n) from r";
    await one(wild, { fuel: 30_000_000 });
    await one("select string_agg(n::text, ',') from generate_series(1, 100000) n");
    expect(await run(query, { sets: data })).toEqual(first);
  });

  test("finds words in their stems, and the data set's functions", async () => {
    const sql = "create function twice(n int) returns int language plpgsql as 'begin return 2 * n; end'";
    const query = "select twice(21), to_tsvector('german', 'die Katzen rennen') @@ to_tsquery('german', 'Katze')";
    expect((await run(query, { sets: [sql] }))[0]).toMatchObject({ outcome: "ok", rows: [["42", "t"]] });
  });

  test("of a large result keeps the hash and the count", async () => {
    const seen = await one("select repeat('x', 1000) from generate_series(1, 100)");
    expect(seen).toMatchObject({ outcome: "ok", row_count: 100 });
    expect(seen.rows).toBeUndefined();
    expect(seen.rows_sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a query that goes wrong ends with", () => {
  test.each([
    ["sql-error", "select * from nothing"],
    ["sql-error", ""],
    ["sql-error", "select 1; select 2"],
    ["sql-error", "delete from orders"],
    ["sql-error", "with gone as (delete from orders returning 1) select * from gone"],
    ["sql-error", "select pg_sleep(1)"],
    ["sql-error", "select set_config('role', 'postgres', false)"],
    ["too-many-rows", "select * from generate_series(1, 10001)"],
    ["fuel", "with recursive r as (select 1 as n union all select n + 1 from r) select max(n) from r"],
    ["memory", "select repeat('x', 1000000000)"],
  ])("%s: %s", async (outcome, query) => {
    expect((await one(query, { fuel: 100_000_000 })).outcome).toBe(outcome);
    expect(await one("select count(*) from orders")).toMatchObject({ outcome: "ok", rows: [["2"]] });
  });
});

test("a data set that doesn't load is our fault", async () => {
  const [seen] = await run("select 1", { sets: ["insert into nowhere values (1)"] });
  expect(seen).toMatchObject({ outcome: "engine", message: expect.stringContaining("set-0") });
  expect((await one("select 1")).outcome).toBe("ok");
});

test("no query sees the rows of another data set", async () => {
  const [, second] = await run("select string_agg(nspname, ',') from pg_namespace where nspname like 'set%'", {
    sets: data,
  });
  const others = second!.rows![0]![0]!.split(",");
  for (const name of others) {
    const [first, seen] = await run(`select count(*) from ${name}.orders`, { sets: data });
    expect([first!.outcome, seen!.outcome].sort()).toEqual(["ok", "sql-error"]);
  }
});

test("the stamp names the engine, what is around it, and the hash of its wasm", () => {
  expect(engine.stamp.id).toMatch(/^pglite@0\.5\.16\+host\.[0-9a-f]{12}$/);
  expect(engine.stamp.sha256).toMatch(/^[0-9a-f]{64}$/);
});
