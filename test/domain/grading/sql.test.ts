import { describe, expect, test } from "vitest";
import { checkItem, gradeItem, jobsOf } from "#shared/domain/grading/registry.ts";
import type { SqlObservation } from "#shared/domain/grading/sandbox.ts";
import { querySeen, sqlItem } from "#test/builders/run-items.ts";

const answer = { query: "SELECT 1" };
const grade = (observation: SqlObservation, item = sqlItem()) =>
  gradeItem({ item, section: "hard-skills", answer, observations: [observation] });
const right = [
  ["Ana", "9"],
  ["Bo", "5"],
  ["Cy", "5"],
  [null, "4"],
];
const failing = (outcome: "sql-error" | "wall" | "fuel", message?: string): SqlObservation => {
  const seen = querySeen(right);
  return { ...seen, runs: seen.runs.map(({ id }) => ({ id, outcome, fuel: 1, ...(message ? { message } : {}) })) };
};

describe("a query", () => {
  test("earns all points for the right rows, columns and order; NULL equals NULL", () => {
    expect(grade(querySeen(right))).toMatchObject({ points: "4", outcome: "graded" });
  });

  test("compares numbers by value", () => {
    const decimals = right.map(([name, count]) => [name!, `${count}.00`]);
    expect(grade(querySeen(decimals, [], ["text", "numeric"])).points).toBe("4");
  });

  test("may give ties in any order, unless the item fixes them", () => {
    const swapped = [right[0]!, right[2]!, right[1]!, right[3]!];
    expect(grade(querySeen(swapped)).points).toBe("4");
    expect(grade(querySeen(swapped), sqlItem({ order: { by: [2], ties: "fixed" } })).points).toBe("3");
  });

  test.each([
    ["a wrong order costs the order", [right[1]!, right[0]!, right[2]!, right[3]!], "3"],
    ["a wrong count costs the columns", [["Ana", "8"], ...right.slice(1)], "3"],
    ["a missing row costs the rows", right.slice(0, 3), "2"],
    ["a row too many costs the rows", [...right, ["Di", "3"]], "2"],
    ["a row twice costs the rows", [...right, [null, "4"]], "2"],
    ["no row at all earns nothing", [], "0"],
    ["other rows earn nothing", [["Di", "9"]], "0"],
  ])("%s", (_name, rows, points) => {
    expect(grade(querySeen(rows)).points).toBe(points);
  });

  test("without the count column keeps the points of rows and order", () => {
    const names = right.map(([name]) => [name!]);
    expect(grade(querySeen(names, [], ["text"])).points).toBe("3");
  });

  test("must be right on every data set", () => {
    const { points, working } = grade(querySeen(right, [["Ana", "1"]]));
    expect(points).toBe("2");
    expect(working[0]).toMatchObject({ code: "rows_wrong", data: { data_set: "empty" } });
  });

  test("is told in sentences what is right and what is wrong", () => {
    const texts = grade(querySeen(right.toReversed())).working.map(({ text }) => text);
    expect(texts).toContain("The rows are right on every data set.");
    expect(texts).toContainEqual(expect.stringMatching(/^The order is wrong on "/));
  });

  test("is a multiset where no order is asked", () => {
    const item = sqlItem({ points: { rows: "4" }, order: undefined, identity: undefined });
    expect(grade(querySeen(right.toReversed()), item).points).toBe("4");
    expect(grade(querySeen([["Ana", "8"], ...right.slice(1)]), item).points).toBe("0");
  });

  test("needs its columns named only where the item says so", () => {
    expect(grade(querySeen(right), sqlItem({ column_names: ["C0", "c1"] })).points).toBe("4");
    expect(grade(querySeen(right), sqlItem({ column_names: ["name", "orders"] })).points).toBe("3");
  });

  test("that fails scores 0 and says why", () => {
    const { points, working } = grade(failing("sql-error", 'column "nam" does not exist'));
    expect(points).toBe("0");
    expect(working[0]!.text).toContain('column "nam" does not exist');
  });

  test("isn't gradable, and no zero, when the engine failed", () => {
    expect(grade(failing("wall")).outcome).toBe("not_gradable");
    expect(gradeItem({ item: sqlItem(), section: "s", answer, observations: [] }).outcome).toBe("not_gradable");
  });

  test("is run without the expected rows", () => {
    expect(JSON.stringify(jobsOf(sqlItem(), answer))).not.toContain("Ana");
  });
});

describe("an SQL item", () => {
  test("has the right number of values in every expected row, columns that exist, and data that tells rows apart", () => {
    const key = { columns: 1, data_sets: [{ id: "one", title: "one", sql: "x", rows: [["Ana", "9"]] }] };
    expect(checkItem(sqlItem(key)).map(({ path }) => path)).toEqual([
      "key",
      "key.data_sets[0].rows[0]",
      "key.data_sets",
    ]);
  });
});
