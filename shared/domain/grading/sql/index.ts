import { add, exact, exactText, multiply, ZERO } from "../../foundation/exact.ts";
import type { Violation } from "../../foundation/refusal.ts";
import type { ItemType, Marking, Proof } from "../contract.ts";
import {
  checkPointsSum,
  checkUniqueIds,
  commonProofs,
  graded,
  line,
  notGradable,
  ofPoints,
  unanswered,
} from "../marking.ts";
import { type Observation, OUR_FAULT, type SqlRun } from "../sandbox.ts";
import { queryJobs, sqlCandidate } from "./candidate.ts";
import { type Aspect, type Comparison, compareRows } from "./compare.ts";
import type { SqlAnswer, SqlPart } from "./schema.ts";

/** A query run on hidden data sets; rows, columns and order earn points apart, each when right on every data set. */
export const sql: ItemType<SqlPart, SqlAnswer> = {
  type: "sql",
  grader: "sql/1",
  ...sqlCandidate,
  jobs: (item, answer) => queryJobs(item, answer, item.key.data_sets),
  grade(item, answer, observations) {
    if (answer === null || answer.query.trim() === "") return unanswered();
    const runs = runsById(observations);
    const missing = item.key.data_sets.find(({ id }) => !runs.has(id));
    if (missing) return notGradable("a data set wasn't queried", { data_set: missing.id });
    const faulty = [...runs.values()].find(({ outcome }) => OUR_FAULT.has(outcome));
    if (faulty) return notGradable("the engine failed", { data_set: faulty.id, outcome: faulty.outcome });
    return markAspects(
      item,
      item.key.data_sets.map((expected) => compareRows(item.key, expected, runs.get(expected.id)!)),
    );
  },
  check: checkSql,
  proofs: (item) => [...commonProofs(item, sql.referenceAnswer(item), "key.reference"), ...trivialProofs(item)],
  referenceAnswer: ({ key }) => ({ query: key.reference }),
};

const runsById = (observations: readonly Observation[]): Map<string, SqlRun> =>
  new Map(observations.flatMap((seen) => (seen.engine === "sql" ? seen.runs : [])).map((run) => [run.id, run]));

const ASPECTS: Aspect[] = ["rows", "columns", "order"];
const ASPECT_IS = { rows: "The rows are", columns: "The columns and their values are", order: "The order is" };

function markAspects(item: SqlPart, comparisons: readonly Comparison[]): Marking {
  const scored = aspectsOf(item);
  const lines = scored.map((aspect) => aspectLine(item, aspect, comparisons));
  const points = lines.map((each) => exact(each.points ?? "0")).reduce(add, ZERO);
  return graded(points, [...lines, line("sql", `${ofPoints(points, item.points)}.`, {}, points)]);
}

const aspectsOf = ({ key }: SqlPart): Aspect[] => ASPECTS.filter((aspect) => key.points[aspect] !== undefined);

function aspectLine(item: SqlPart, aspect: Aspect, comparisons: readonly Comparison[]) {
  // Without points of their own, wrong columns or a wrong order are wrong rows.
  const judged =
    aspect === "rows" ? ASPECTS.filter((each) => each === "rows" || item.key.points[each] === undefined) : [aspect];
  const first = comparisons.findIndex((comparison) => judged.some((each) => comparison[each] !== null));
  const max = exact(item.key.points[aspect] ?? "0");
  if (first < 0) return line(`${aspect}_right`, `${ASPECT_IS[aspect]} right on every data set.`, {}, max);
  const because = judged.map((each) => comparisons[first]![each]).find((reason) => reason !== null) ?? "";
  const { id, title } = item.key.data_sets[first]!;
  const text = `${ASPECT_IS[aspect]} wrong on "${title}": ${because}.`;
  return line(`${aspect}_wrong`, text, { data_set: id, because }, ZERO);
}

function checkSql(item: SqlPart): Violation[] {
  const { key } = item;
  const points = aspectsOf(item).map((aspect) => key.points[aspect]!);
  const out = [...(key.identity ?? []), ...(key.order?.by ?? [])].find((column) => column < 1 || column > key.columns);
  return [
    ...checkUniqueIds("examples", item.examples),
    ...checkUniqueIds("key.data_sets", key.data_sets),
    ...checkPointsSum(item, { path: "key.points", what: "aspects", points }),
    ...(key.points.order !== undefined && !key.order
      ? [{ path: "key.points.order", message: "points for an order that isn't asked", remedy: "write key.order" }]
      : []),
    ...(out === undefined
      ? []
      : [{ path: "key", message: `there is no column ${out}`, remedy: `use 1 to ${key.columns}` }]),
    ...key.data_sets.flatMap((dataSet, index) => checkDataSet(item, dataSet, `key.data_sets[${index}]`)),
    ...(key.data_sets.some(({ rows }) => rows.length > 1)
      ? []
      : [
          {
            path: "key.data_sets",
            message: "no data set gives two rows",
            remedy: "add one that tells right from wrong",
          },
        ]),
  ];
}

function checkDataSet(
  { key, examples }: SqlPart,
  dataSet: SqlPart["key"]["data_sets"][number],
  path: string,
): Violation[] {
  const odd = dataSet.rows.findIndex((row) => row.length !== key.columns);
  return [
    ...(odd < 0
      ? []
      : [
          {
            path: `${path}.rows[${odd}]`,
            message: `the row doesn't have ${key.columns} values`,
            remedy: "write one value per column",
          },
        ]),
    ...(examples.some((example) => example.sql.trim() === dataSet.sql.trim())
      ? [{ path, message: "this hidden data set is also shown", remedy: "use other data" }]
      : []),
  ];
}

/** Queries that anybody could write without reading the task; they may earn a fifth. */
const trivialProofs = (item: SqlPart): Proof[] =>
  ["SELECT 1", "SELECT NULL WHERE false"].map((query) => ({
    name: `trivial answer: ${query}`,
    path: "key.data_sets",
    answer: { query },
    expects: { at_most: exactText(multiply(exact(item.points), exact("0.2"))) },
  }));
