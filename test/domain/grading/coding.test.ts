import { describe, expect, test } from "vitest";
import { checkItem, exampleJobsOf, gradeItem, jobsOf, proofsOf } from "#shared/domain/grading/registry.ts";
import type { Observation } from "#shared/domain/grading/sandbox.ts";
import { codingItem, ended, programSeen, returned, rightRuns } from "#test/builders/run-items.ts";

const item = codingItem();
const answer = { language: "javascript", source: "function double() {}" };
const grade = (...observations: Observation[]) => gradeItem({ item, section: "hard-skills", answer, observations });

describe("a coding answer", () => {
  test("earns all points when every test passes, numbers within 1e-9", () => {
    expect(grade(rightRuns())).toMatchObject({ points: "6", max: "6", outcome: "graded" });
  });

  test("earns the passed weight over all weight", () => {
    expect(grade(rightRuns(returned("plain", [2, 5], [[1, 2]]))).points).toBe("4");
  });

  test("earns nothing for a group of which one test fails", () => {
    const { points, working } = grade(rightRuns(ended("none", "fuel")));
    expect(points).toBe("4");
    expect(working.map(({ code }) => code)).toContain("test_passed_group_failed");
  });

  test.each([
    ["a changed input", returned("input", [10], [[10]])],
    ["a wrong error", ended("throws", "threw", "RangeError: no")],
    ["a value instead of an error", returned("throws", null, ["no list"])],
    ["an endless loop", ended("input", "fuel")],
    ["a value too large to be kept", { ...returned("input", [10], [[5]]), value: { sha256: "0", bytes: 99_999 } }],
  ])("fails the test alone for %s", (_name, run) => {
    expect(grade(rightRuns(run))).toMatchObject({ points: "5", outcome: "graded" });
  });

  test("tells -0 from 0 no more than a person does, but tells NaN, undefined and Maps apart", () => {
    expect(grade(rightRuns(returned("none", new Map(), [[]]))).points).toBe("4");
    expect(grade(rightRuns(returned("plain", [2, Number.NaN], [[1, 2]]))).points).toBe("4");
    expect(grade(rightRuns(returned("plain", [2, 4, undefined], [[1, 2]]))).points).toBe("4");
  });

  test("that doesn't load scores 0 and says why", () => {
    const runs = item.key.tests.map(({ id }) => ended(id, "load-error", "SyntaxError: unexpected token"));
    const { points, outcome, working } = grade(programSeen(runs));
    expect({ points, outcome }).toEqual({ points: "0", outcome: "graded" });
    expect(working[0]!.text).toContain("SyntaxError: unexpected token");
  });

  test.each(["engine", "wall"] as const)("isn't gradable, and no zero, when the engine ends with %s", (outcome) => {
    expect(grade(rightRuns(ended("none", outcome))).outcome).toBe("not_gradable");
  });

  test("isn't gradable without observations", () => {
    expect(grade().outcome).toBe("not_gradable");
    expect(grade(programSeen([])).outcome).toBe("not_gradable");
  });

  test("that is blank runs nothing and scores 0", () => {
    const blank = { language: "javascript", source: " \n" };
    expect(jobsOf(item, blank)).toEqual([]);
    expect(gradeItem({ item, section: "s", answer: blank, observations: [] })).toMatchObject({
      points: "0",
      outcome: "graded",
    });
  });

  test("is run without any expected value; `run` runs the shown examples only", () => {
    expect(JSON.stringify(jobsOf(item, answer))).not.toMatch(/expected|TypeError|weight|edges/);
    expect(exampleJobsOf(item, answer)).toMatchObject([{ calls: [{ id: "shown", arguments: [[1]] }] }]);
  });

  test("in a language that isn't on offer is no answer", () => {
    expect(jobsOf(item, { language: "typescript", source: "x" })).toEqual([]);
  });
});

describe("a coding item", () => {
  const slow = { language: "javascript", source: "slow" };
  const { key } = codingItem();
  test.each([
    ["a group that has no test", { group: "speed", at_most: "2", slow }, "key.efficiency.group"],
    ["less than the reference takes", { group: "edges", at_most: "0.9", slow }, "key.efficiency.at_most"],
    [
      "a slow program in another language",
      { group: "edges", at_most: "2", slow: { ...slow, language: "typescript" } },
      "key.efficiency.slow.language",
    ],
  ])("may not ask for few steps with %s", (_what, efficiency, path) => {
    expect(checkItem(codingItem({ key: { ...key, efficiency } }))).toMatchObject([{ path }]);
  });

  test("asks for the reference's steps in a job of its own, on the metered tests alone", () => {
    const metered = codingItem({ key: { ...key, efficiency: { group: "edges", at_most: "2", slow } } });
    const [, reference] = jobsOf(metered, answer);
    expect(reference).toMatchObject({ source: key.reference.source, calls: [{ id: "none" }, { id: "decimal" }] });
    const grading = { item: metered, section: "s", answer };
    expect(gradeItem({ ...grading, observations: [rightRuns()] }).outcome).toBe("not_gradable");
    expect(gradeItem({ ...grading, observations: [rightRuns(), rightRuns()] }).points).toBe("6");
  });

  test("is proven by its reference, an empty answer and trivial answers", () => {
    const names = proofsOf(item).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["reference answer", "empty answer", "trivial answer: return []"]));
  });

  test("may not hide a test that is also shown", () => {
    const examples = [{ id: "shown", title: "shown", arguments: [[1, 2]], expected: [2, 4] }];
    expect(checkItem(codingItem({ examples }))).toMatchObject([{ path: "key.tests[0]" }]);
  });
});
