import type { Json } from "../foundation/json.ts";
import type { CodingPart } from "./coding/schema.ts";
import { judgeRun } from "./coding/verdict.ts";
import type { PartAnswers } from "./composite.ts";
import type { ItemBase } from "./contract.ts";
import { describeValue, encodeValue } from "./encoding.ts";
import { exampleParts } from "./parts/candidate.ts";
import type { PartsItem } from "./parts/schema.ts";
import type { JavaScriptRun, Observation, SqlRun } from "./sandbox.ts";
import { compareRows } from "./sql/compare.ts";
import type { SqlPart } from "./sql/schema.ts";

/** One shown example: what it gave, beside what was expected, as texts for people. */
export type ExampleRun = {
  id: string;
  title: string;
  passed: boolean;
  outcome: string;
  actual: string | null;
  expected: string | null;
  message: string | null;
  console: string;
};

/**
 * What the shown examples of an item gave to an answer, judged as the hidden tests are; in the order of the runs.
 * Observations come in the order of the item's example jobs.
 */
export function exampleRuns(item: ItemBase, answer: Json, observations: readonly Observation[]): ExampleRun[] {
  const run = runItems(item, answer);
  return observations.flatMap((seen, index) => runsOf(run[index]!, seen));
}

/** The item that each job was of: itself, or the part with a program or a query of its own. */
const runItems = (item: ItemBase, answer: Json): ItemBase[] =>
  item.type === "parts"
    ? exampleParts(item as PartsItem, answer as PartAnswers).flatMap(({ part, jobs }) => jobs.map(() => part))
    : [item];

const runsOf = (item: ItemBase, seen: Observation): ExampleRun[] =>
  seen.engine === "javascript"
    ? seen.runs.map((run) => callRun(item as CodingPart, run))
    : seen.runs.map((run) => queryRun(item as SqlPart, run));

function callRun(item: CodingPart, run: JavaScriptRun): ExampleRun {
  const example = item.examples.find(({ id }) => id === run.id)!;
  const test = { ...example, weight: "1", input_unchanged: false };
  return {
    id: run.id,
    title: example.title,
    passed: judgeRun(test, run, Number(item.key.tolerance)).passed,
    outcome: run.outcome,
    actual: run.value ? describeValue(run.value) : null,
    expected: describeValue({ text: encodeValue(example.expected) }),
    message: run.message ?? null,
    console: run.console,
  };
}

function queryRun(item: SqlPart, run: SqlRun): ExampleRun {
  const example = item.examples.find(({ id }) => id === run.id)!;
  const { rows, columns, order } = compareRows(item.key, example, run);
  return {
    id: run.id,
    title: example.title,
    passed: rows === null && columns === null && order === null,
    outcome: run.outcome,
    actual: run.rows ? tableText(run.rows) : null,
    expected: tableText(example.rows),
    message: run.message ?? null,
    console: "",
  };
}

const tableText = (rows: readonly (readonly (string | null)[])[]): string =>
  rows.length === 0 ? "no rows" : rows.map((row) => row.map((cell) => cell ?? "NULL").join(" | ")).join("\n");
