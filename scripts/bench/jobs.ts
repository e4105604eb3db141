import type { JavaScriptJob, SqlJob } from "#shared/domain/grading/sandbox.ts";

/** Ten light tests of one submission. */
export const codingJob: JavaScriptJob = {
  engine: "javascript",
  language: "javascript",
  source: `function total(orders) { let sum = 0; for (const { amount } of orders) sum += amount ?? 0; return sum; }`,
  entry: "total",
  calls: Array.from({ length: 10 }, (_, test) => ({
    id: `test-${test}`,
    arguments: [[{ amount: test }, { amount: 2 }]],
  })),
};

/** One query on three small data sets. */
export const sqlJob: SqlJob = {
  engine: "sql",
  schema: "CREATE TABLE visits (id int PRIMARY KEY, page text NOT NULL)",
  data_sets: ["a", "b", "c"].map((id, place) => ({
    id,
    sql: `INSERT INTO visits SELECT n, 'page ' || n % ${place + 2} FROM generate_series(1, 20) n`,
  })),
  query: "SELECT page, count(*) FROM visits GROUP BY page ORDER BY count(*) DESC, page",
};
