import { describe, expect, test } from "vitest";
import { snippetJobs, unprovenRuns } from "#shared/domain/grading/code_reading/runs.ts";
import { candidateItem, checkItem, itemTypes } from "#shared/domain/grading/registry.ts";
import type { JavaScriptRun } from "#shared/domain/grading/sandbox.ts";
import { itemSchema } from "#shared/domain/grading/schemas.ts";
import { programSeen } from "#test/builders/run-items.ts";

const options = ["a", "b", "c"].map((id) => ({ id, text: id }));
const base = { id: "item", title: "Item", points: "2", prompt: "Do it." };
const pathsOf = (item: { [field: string]: unknown }) =>
  checkItem(itemSchema.parse({ ...base, ...item })).map(({ path }) => path);
const unit = { rule: "forbidden" };
const part = { id: "one", type: "numeric", title: "One", points: "1", key: { value: "1", tolerance: "0", unit } };
const idea = { id: "said", title: "Said", check: "idea", any_of: ["x"] };
const criterion = { id: "all", title: "All", kind: "content", points: "1", checks: [idea] };

describe("every item type", () => {
  test("has a schema, a candidate's side and a grader with a version of its own", () => {
    const types = itemSchema.def.options.map(({ shape }) => shape.type.def.values[0]);
    expect(Object.keys(itemTypes).sort()).toEqual(types.sort());
    for (const [name, type] of Object.entries(itemTypes)) {
      expect(type).toMatchObject({ type: name, grader: expect.stringMatching(`^${name}/\\d+$`) });
    }
    expect(() => candidateItem({ ...base, type: "essay" })).toThrow("there is no item type essay");
  });
});

describe("an item's own check", () => {
  test.each([
    ["a choice whose key is no option", { type: "single_choice", options, key: { correct: "z" } }, ["key.correct"]],
    [
      "options of one name",
      { type: "single_choice", options: [...options, options[0]], key: { correct: "a" } },
      ["options[3].id"],
    ],
    ["a right option named twice", { type: "multi_select", options, key: { correct: ["a", "a"] } }, ["key.correct"]],
    ["the best that is the worst", { type: "best_worst", options, key: { best: "a", worst: "a" } }, ["key.worst"]],
    ["an order that leaves one out", { type: "ranking", options, key: { order: ["b", "a"] } }, ["key.order"]],
    ["options shown in the right order", { type: "ranking", options, key: { order: ["a", "b", "c"] } }, ["options"]],
    [
      "pairs that aren't one to one",
      { type: "matching", left: options, right: options, key: { pairs: { a: "b", b: "b", c: "a" } } },
      ["key.pairs"],
    ],
    [
      "pairs shown side by side",
      { type: "matching", left: options, right: options, key: { pairs: { a: "a", b: "b", c: "c" } } },
      ["right"],
    ],
    ["a blank accepted answer", { type: "short_text", key: { accepted: ["x", " "] } }, ["key.accepted[1]"]],
    [
      "a unit named twice",
      { type: "numeric", key: { value: "1", tolerance: "0", unit: { rule: "optional", name: "m", synonyms: ["M"] } } },
      ["key.unit"],
    ],
    ["parts that don't sum to the item", { type: "parts", parts: [part] }, ["parts"]],
    ["parts of one name", { type: "parts", parts: [part, part] }, ["parts[1].id"]],
    [
      "criteria that don't sum to the item",
      { type: "written", rubric: { criteria: [criterion], reference: "x" } },
      ["rubric.criteria"],
    ],
    [
      "a phrase without a word",
      {
        type: "written",
        points: "1",
        rubric: { criteria: [{ ...criterion, checks: [{ ...idea, any_of: ["?"] }] }], reference: "x" },
      },
      ["rubric.criteria[0].checks[0]"],
    ],
  ])("names %s", (_name, item, paths) => {
    expect(pathsOf(item)).toEqual(paths);
  });

  test("finds fewer than three options of a best/worst item already in its form", () => {
    expect(
      itemSchema.safeParse({ ...base, type: "best_worst", options: options.slice(1), key: { best: "b", worst: "c" } })
        .success,
    ).toBe(false);
  });
});

describe("what a snippet is claimed to do", () => {
  const claims = (...runs: unknown[]) => {
    const item = itemSchema.parse({
      ...base,
      points: "1",
      type: "code_reading",
      snippet: { language: "javascript", source: "console.log(i)", runs },
      parts: [part],
    });
    if (item.type !== "code_reading") throw new TypeError("not a code reading");
    return item;
  };
  const run = (more: Partial<JavaScriptRun>): JavaScriptRun => ({
    id: "run",
    outcome: "ok",
    console: "",
    fuel: 1,
    ...more,
  });
  const throwing = claims({ part: "one", throws: "ReferenceError" });
  const printing = claims({ part: "one", source: "console.log(15)", prints: "15" });

  test("is run from the snippet, or from a source of its own", () => {
    expect(snippetJobs(throwing)[0]!.source).toContain("console.log(i)");
    expect(snippetJobs(printing)[0]!.source).toContain("console.log(15)");
  });

  test("is borne out by what was seen", () => {
    const threw = programSeen([run({ outcome: "threw", message: "ReferenceError: 'i' is not defined" })]);
    expect(unprovenRuns(throwing, [threw])).toEqual([]);
    expect(unprovenRuns(printing, [programSeen([run({ console: "15\n" })])])).toEqual([]);
  });

  test("is a violation where something else was seen, or nothing", () => {
    expect(unprovenRuns(throwing, [programSeen([run({ console: "1" })])])).toMatchObject([{ path: "snippet.runs[0]" }]);
    expect(unprovenRuns(printing, [programSeen([run({ console: "1\n" })])])[0]!.message).toContain('it prints "1"');
    expect(unprovenRuns(printing, [])).toHaveLength(1);
  });

  test("names a part and claims one thing", () => {
    expect(checkItem(claims({ part: "two", prints: "1", throws: "x" })).map(({ path }) => path)).toEqual([
      "snippet.runs[0].part",
      "snippet.runs[0]",
    ]);
  });
});
