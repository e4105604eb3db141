import type { SandboxJob } from "#shared/domain/grading/sandbox.ts";

const SOURCES = [
  "const solve = (n) => [n * 2, [3, 1, 2].sort(), JSON.stringify({ a: 1 })];",
  "function solve(n) { return n < 2 ? n : solve(n - 1) + solve(n - 2); }",
  "export default function solve(n) { return new Map([[n, new Set([1n, -0, NaN])]]); }",
  "module.exports = { solve: (n) => Array.from({ length: n }, (_, i) => Math.sin(i) ** 0.5) };",
  "async function solve(n) { await new Promise((done) => setTimeout(done, 1000)); return Date.now() + n; }",
  "function solve() { return [Math.random(), Math.random(), new Date().toISOString()]; }",
  "function solve(n) { for (let i = 0; i < n; i++) console.log(i, { i }, [i]); }",
  "const solve = (n) => 'Füchse und Gänse '.repeat(n).match(/[äü]\\w+/gu).sort();",
  "function solve(n) { return [2n ** 200n, (0.1 + 0.2).toFixed(20), 1e21, n / 3, (-1) % 2]; }",
  "class Tree { add(v) { (this.all ??= []).push(v); return this; } } const solve = (n) => new Tree().add(n).all;",
];

const SCHEMA = `
  create table staff (id int primary key, name text not null, team text, pay numeric(10, 2), since date);
  create table leave (staff_id int references staff (id), day timestamptz, hours float8);`;
const STAFF = (rows: number) => `
  insert into staff select n, 'Person ' || n, (array['red', 'blue', null])[1 + n % 3], 1000 + n * 7.25, '2020-01-31'::date + n * 40
    from generate_series(1, ${rows}) n;
  insert into leave select 1 + n % ${rows}, '2025-03-01T08:00:00+02'::timestamptz + n * interval '31 hours', n / 3.0
    from generate_series(1, ${3 * rows}) n;`;

const QUERIES = [
  "select team, count(*), avg(pay), min(since) from staff group by team order by team nulls first",
  "select s.name, sum(l.hours) from staff s left join leave l on l.staff_id = s.id group by s.id order by 2 desc nulls last, 1",
  "select name, rank() over (partition by team order by pay desc), lag(pay) over (order by id) from staff order by id",
  "with recursive chain as (select 1 as n union all select n + 1 from chain where n < 50) select sum(n) from chain",
  "select date_trunc('month', day), count(*), random() from leave group by 1 order by 1",
  "select * from public.staff where name like '%1' or since between '2020-03-01' and '2021-03-01' order by random()",
];

/** Programs and queries as honest candidates write them. */
export const HONEST_JOBS: SandboxJob[] = [
  ...SOURCES.map(
    (source): SandboxJob => ({
      ...{ engine: "javascript", language: "javascript", entry: "solve" },
      ...{ source, calls: [1, 2, 17].map((value) => ({ id: `call ${value}`, arguments: [value] })) },
    }),
  ),
  ...QUERIES.map(
    (query): SandboxJob => ({
      ...{ engine: "sql", schema: SCHEMA, query },
      data_sets: [3, 40, 12].map((rows) => ({ id: `${rows} rows`, sql: STAFF(rows) })),
    }),
  ),
];
