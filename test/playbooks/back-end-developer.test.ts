import { describe, expect, test } from "vitest";
import { resolvePlaybook } from "#scripts/playbook/load.ts";
import { gradeItem, referenceAnswerOf } from "#shared/domain/grading/registry.ts";
import { playbookViolations } from "#shared/domain/playbook/check.ts";
import { shippedNumbers } from "#test/builders/shipped-numbers.ts";

const { playbook } = resolvePlaybook("back-end-developer@1");
const items = playbook.sections.flatMap((section) => section.items);
const itemOf = (id: string) => items.find((item) => item.id === id)!;

/** Points of an answer to an item that runs nothing. */
const pointsOf = (id: string, answer: string | { [key: string]: string }) =>
  gradeItem({ item: itemOf(id), section: "any", answer, observations: [] }).points;

describe("the shipped playbook", () => {
  test("breaks no invariant", () => {
    expect(playbookViolations(playbook)).toEqual([]);
  });

  test("has the numbers that scoring is explained with", () => {
    const numbers = shippedNumbers();
    const shape = ({ sections }: typeof numbers) =>
      sections.map(({ id, minutes, category, items: all }) => [
        id,
        minutes,
        category,
        all.map((item) => [item.id, item.points]),
      ]);
    expect(shape(playbook)).toEqual(shape(numbers));
    const weights = ({ categories }: typeof numbers) => categories.map((c) => [c.id, c.weight, c.assessment_share]);
    expect(weights(playbook)).toEqual(weights(numbers));
    const questions = ({ interview }: typeof numbers) => interview.questions.map((q) => [q.id, q.category, q.weight]);
    expect(questions(playbook)).toEqual(questions(numbers));
    const gates = (all: typeof numbers.gates) =>
      all.map(({ id, effect, any_of, raises }) => ({ id, effect, any_of, raises }));
    expect(gates(playbook.gates)).toEqual(gates(numbers.gates));
    expect(playbook.red_flags.map(({ id, severity }) => [id, severity])).toEqual(
      numbers.red_flags.map(({ id, severity }) => [id, severity]),
    );
    expect(playbook.policy).toMatchObject({ pause_minutes: "2", min_raters: 1, share_with_candidate: "score" });
  });

  test("has a practice item of each type it uses", () => {
    expect(new Set(playbook.practice.map(({ type }) => type))).toEqual(new Set(items.map(({ type }) => type)));
  });

  test("has ten hidden coding tests of equal weight and at least four hidden data sets", () => {
    const [coding, sql] = [itemOf("paid-totals"), itemOf("busy-customers")];
    if (coding.type !== "coding" || sql.type !== "sql") throw new Error("the types have changed");
    expect(coding.key.tests.map(({ weight, group }) => [weight, group])).toEqual(Array(10).fill(["1", undefined]));
    expect(sql.key.data_sets.length).toBeGreaterThanOrEqual(4);
  });

  test("says what was changed against its source, and why", () => {
    expect(playbook.errata.map(({ where }) => where).join("\n")).toMatch(/calculateTotal[\s\S]*/);
    expect(playbook.policy.notes.length).toBeGreaterThan(3);
  });
});

describe("its items that run nothing", () => {
  const still = items.filter(({ type }) => type !== "coding" && type !== "sql");

  test.each(still)("$id: the reference scores full, with nothing unclear", (item) => {
    const grade = gradeItem({ item, section: "any", answer: referenceAnswerOf(item), observations: [] });
    expect(grade).toMatchObject({ points: item.points, open: "0", outcome: "graded" });
  });

  test.each(
    still.flatMap((item) => item.specimens.map((specimen) => ({ item, specimen, id: item.id, name: specimen.name }))),
  )("$id: $name scores what its author wrote", ({ item, specimen }) => {
    const { points } = gradeItem({ item, section: "any", answer: specimen.answer as string, observations: [] });
    expect(Number(points)).toBe(Number(specimen.points));
  });

  test.each(["2", " 2 ", "2 servers", "2 server", "two", "２"])("servers takes %j", (answer) => {
    expect(pointsOf("servers", answer)).toBe("1");
  });

  test.each([
    ["ReferenceError", "0.5"],
    ["It throws a ReferenceError because i is not defined", "0.5"],
    ["i isn't defined, so it crashes", "0.5"],
    ["An exception is thrown and nothing is printed", "0.5"],
    ["It prints nothing: ReferenceError", "0.5"],
    ["1", "0"],
    ["6", "0"],
    ["It runs without error and prints 6", "0"],
    ["no error, prints 15", "0"],
    ["It doesn't throw anything", "0"],
    ["It won't crash; 6 is printed", "0"],
    ["Runs without crashing", "0"],
  ])("what calculateTotal does as written: %j scores %s", (as_written, points) => {
    expect(pointsOf("calculate-total", { as_written })).toBe(points);
  });

  test.each([
    ["There is a stray semicolon after the for loop", "1"],
    ["extra semicolon on line 3", "1"],
    ["The ; after the parentheses ends the loop", "1"],
    ["The loop has an empty body", "1"],
    ["A semicolon is missing after sum += i", "0"],
    ["It should start at 0", "0"],
  ])("what is wrong with calculateTotal: %j scores %s", (fault, points) => {
    expect(pointsOf("calculate-total", { fault })).toBe(points);
  });
});
