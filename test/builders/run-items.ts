import type { Json } from "#shared/domain/foundation/json.ts";
import { encodeValue } from "#shared/domain/grading/encoding.ts";
import type { JavaScriptObservation, JavaScriptRun, SqlObservation, SqlRun } from "#shared/domain/grading/sandbox.ts";
import { itemSchema } from "#shared/domain/grading/schemas.ts";

const stamp = { id: "quickjs-1", sha256: "0".repeat(64) };

/** A coding item of 6 points with a plain test, a group of two, one that throws and one that guards its input. */
export const codingItem = (more: { [field: string]: unknown } = {}) => {
  const item = itemSchema.parse({
    id: "double",
    type: "coding",
    title: "Double",
    points: "6",
    prompt: "Double every number.",
    entry: "double",
    languages: ["javascript"],
    examples: [{ id: "shown", title: "shown", arguments: [[1]], expected: [2] }],
    key: {
      reference: { language: "javascript", source: "const double = (list) => list.map((n) => n * 2)" },
      tests: [
        { id: "plain", title: "plain", arguments: [[1, 2]], expected: [2, 4], weight: "2" },
        { id: "none", title: "none", arguments: [[]], expected: [], group: "edges" },
        { id: "decimal", title: "decimal", arguments: [[0.15]], expected: [0.3], group: "edges" },
        { id: "throws", title: "throws", arguments: ["no list"], throws: "TypeError" },
        { id: "input", title: "input", arguments: [[5]], expected: [10], input_unchanged: true },
      ],
    },
    ...more,
  });
  if (item.type !== "coding") throw new TypeError("not a coding item");
  return item;
};

/** What a call returned, its input as given. */
export const returned = (id: string, value: unknown, after: Json): JavaScriptRun => ({
  id,
  outcome: "ok",
  value: { text: encodeValue(value) },
  arguments_after: { text: encodeValue(after) },
  console: "",
  fuel: 1,
});

export const ended = (id: string, outcome: JavaScriptRun["outcome"], message?: string): JavaScriptRun => ({
  id,
  outcome,
  console: "",
  fuel: 1,
  ...(message === undefined ? {} : { message }),
});

export const programSeen = (runs: JavaScriptRun[]): JavaScriptObservation => ({ engine: "javascript", stamp, runs });

/** The runs of a right solution of {@link codingItem}, with some of them replaced. */
export const rightRuns = (...replaced: JavaScriptRun[]): JavaScriptObservation => {
  const right = [
    returned("plain", [2, 4], [[1, 2]]),
    returned("none", [], [[]]),
    returned("decimal", [0.30000000000000004], [[0.15]]),
    ended("throws", "threw", "TypeError: list.map is not a function"),
    returned("input", [10], [[5]]),
  ];
  return programSeen(right.map((run) => replaced.find(({ id }) => id === run.id) ?? run));
};

/** An SQL item of 4 points: rows 2, the count 1, the order 1; names tell rows, ties in any order. */
export const sqlItem = (key: { [field: string]: unknown } = {}) => {
  const item = itemSchema.parse({
    id: "busy",
    type: "sql",
    title: "Busy",
    points: "4",
    prompt: "Customers with more than three orders, most first.",
    schema: "CREATE TABLE customers (id int, name text);",
    key: {
      points: { rows: "2", columns: "1", order: "1" },
      columns: 2,
      identity: [1],
      order: { by: [2] },
      data_sets: [
        {
          id: "mixed",
          title: "mixed",
          sql: "INSERT 1",
          rows: [
            ["Ana", "9"],
            ["Bo", "5"],
            ["Cy", "5"],
            [null, "4"],
          ],
        },
        { id: "empty", title: "empty", sql: "INSERT 2", rows: [] },
      ],
      reference: "SELECT name, count(*) FROM customers",
      ...key,
    },
  });
  if (item.type !== "sql") throw new TypeError("not an SQL item");
  return item;
};

type Rows = (string | null)[][];

/** What a query gave on the two data sets of {@link sqlItem}; the second column is a number. */
export const querySeen = (mixed: Rows, empty: Rows = [], columns = ["text", "int8"]): SqlObservation => ({
  engine: "sql",
  stamp: { id: "pglite-1", sha256: "0".repeat(64) },
  runs: [sqlRun("mixed", mixed, columns), sqlRun("empty", empty, columns)],
});

const sqlRun = (id: string, rows: Rows, types: string[]): SqlRun => ({
  id,
  outcome: "ok",
  columns: types.map((type, index) => ({ name: `c${index}`, type })),
  rows,
  row_count: rows.length,
  fuel: 1,
});
