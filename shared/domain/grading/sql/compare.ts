import { exactText, parseExact } from "../../foundation/exact.ts";
import type { SqlRun } from "../sandbox.ts";
import type { SqlDataSet, SqlKey } from "./schema.ts";

/** The aspects of a query's answer, each with points of its own. */
export type Aspect = "rows" | "columns" | "order";

/** Which aspects hold on one data set, and in a sentence why one doesn't. */
export type Comparison = { [aspect in Aspect]: string | null };

type Cell = string | null;
type Table = { cells: string[][]; types: string[] };

const NUMBER_TYPES = new Set(["int2", "int4", "int8", "float4", "float8", "numeric"]);

/**
 * Compares a query's rows with the expected ones. Rows are a multiset unless an order is asked; ties come in any order
 * unless the item fixes them; NULL equals NULL; numbers compare by value. Columns and order are judged on the rows that
 * both sides have, so that a wrong row costs the rows' points only.
 */
export function compareRows(key: SqlKey, expected: SqlDataSet, run: SqlRun): Comparison {
  const rows = run.rows;
  const names = run.columns?.map(({ name }) => name) ?? [];
  if (run.outcome !== "ok" || !rows) return nothingRight(whyNoRows(run));
  const types = run.columns?.map(({ type }) => type) ?? [];
  const got: Table = { types, cells: rows.map((row) => row.map((cell, column) => normalCell(cell, types[column]))) };
  const want: Table = {
    types,
    cells: expected.rows.map((row) => row.map((cell, column) => normalCell(cell, types[column]))),
  };
  const identity = (key.identity ?? Array.from({ length: key.columns }, (_, index) => index + 1)).map(
    (column) => column - 1,
  );
  return {
    rows: compareIdentities(got, want, identity),
    columns: compareColumns(key, { got, want, identity, names }),
    order: compareOrder(key, { got, want, identity }),
  };
}

const nothingRight = (because: string): Comparison => ({ rows: because, columns: because, order: because });

const whyNoRows = (run: SqlRun): string =>
  run.outcome === "ok"
    ? `gave ${run.row_count ?? "too many"} rows, more than any right query`
    : `ended with ${run.outcome}${run.message ? `: ${run.message}` : ""}`;

/** A cell in the form in which cells compare: numbers in their shortest exact text. */
function normalCell(cell: Cell, type: string | undefined): string {
  if (cell === null) return "null";
  if (type === "bool") return `b:${cell.startsWith("t")}`;
  const number = type !== undefined && NUMBER_TYPES.has(type) && cell.length <= 400 ? parseExact(cell) : undefined;
  return number ? `n:${exactText(number)}` : `t:${type === "bpchar" ? cell.trimEnd() : cell}`;
}

const project = (row: readonly string[], columns: readonly number[]): string =>
  JSON.stringify(columns.map((column) => row[column] ?? "missing"));

function counts(values: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

/** How many elements two multisets share. */
function shared(left: readonly string[], right: readonly string[]): number {
  const [a, b] = [counts(left), counts(right)];
  return [...a].reduce((sum, [value, count]) => sum + Math.min(count, b.get(value) ?? 0), 0);
}

type Sides = { got: Table; want: Table; identity: readonly number[] };

function compareIdentities(got: Table, want: Table, identity: readonly number[]): string | null {
  const [left, right] = [got, want].map(({ cells }) => cells.map((row) => project(row, identity)));
  const both = shared(left!, right!);
  const [extra, missing] = [left!.length - both, right!.length - both];
  return extra === 0 && missing === 0 ? null : `${missing} rows are missing, ${extra} shouldn't be there`;
}

function compareColumns(key: SqlKey, { got, want, identity, names }: Sides & { names: string[] }): string | null {
  if (got.types.length !== key.columns) return `gave ${got.types.length} columns instead of ${key.columns}`;
  const misnamed = key.column_names?.find((name, index) => names[index]?.toLowerCase() !== name.toLowerCase());
  if (misnamed !== undefined) return `no column is named "${misnamed}" where it should be`;
  const all = Array.from({ length: key.columns }, (_, index) => index);
  const [known, whole] = [identity, all].map((columns) =>
    shared(
      got.cells.map((row) => project(row, columns)),
      want.cells.map((row) => project(row, columns)),
    ),
  );
  if (known === 0 && want.cells.length > 0) return "none of the right rows is there";
  return whole === known ? null : `${known! - whole!} of ${known} rows have a wrong value`;
}

function compareOrder(key: SqlKey, { got, want, identity }: Sides): string | null {
  if (!key.order) return null;
  const common = commonRows(got, want, identity);
  if (common.want.length === 0 && want.cells.length > 0) return "none of the right rows is there";
  const groups = key.order.ties === "fixed" ? common.want.map((row) => [row]) : tieGroups(common.want, key.order.by);
  let place = 0;
  for (const group of groups) {
    const wanted = group.map((row) => project(row, identity));
    const given = common.got.slice(place, place + group.length).map((row) => project(row, identity));
    if (shared(given, wanted) < group.length) return `row ${place + 1} of the right rows isn't where it should be`;
    place += group.length;
  }
  return null;
}

/** The rows that both sides have, each side in its own order. */
function commonRows(got: Table, want: Table, identity: readonly number[]): { got: string[][]; want: string[][] } {
  const keep = (table: Table, other: Table): string[][] => {
    const left = counts(other.cells.map((row) => project(row, identity)));
    return table.cells.filter((row) => {
      const remaining = left.get(project(row, identity)) ?? 0;
      left.set(project(row, identity), remaining - 1);
      return remaining > 0;
    });
  };
  return { got: keep(got, want), want: keep(want, got) };
}

/** Runs of rows that are equal in all columns of the asked order. */
function tieGroups(rows: readonly string[][], by: readonly number[]): string[][][] {
  const columns = by.map((column) => column - 1);
  const groups: string[][][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && project(last[0]!, columns) === project(row, columns)) last.push(row);
    else groups.push([row]);
  }
  return groups;
}
