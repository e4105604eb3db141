import { describe, expect, test } from "vitest";
import type { Json } from "#shared/domain/foundation/json.ts";
import { exampleRuns } from "#shared/domain/grading/example-runs.ts";
import {
  candidateItem,
  checkItem,
  exampleJobsOf,
  gradeItem,
  jobsOf,
  proofsOf,
  referenceAnswerOf,
} from "#shared/domain/grading/registry.ts";
import type { Observation } from "#shared/domain/grading/sandbox.ts";
import { itemSchema } from "#shared/domain/grading/schemas.ts";
import { codingItem, ended, programSeen, querySeen, returned, rightRuns, sqlItem } from "#test/builders/run-items.ts";

const reading = {
  id: "reading",
  type: "code_reading",
  title: "A loop",
  points: "1",
  snippet: {
    language: "javascript",
    source: "console.log(1 + 2)",
    runs: [{ part: "prints", prints: "3" }],
  },
  parts: [
    {
      id: "prints",
      type: "numeric",
      title: "What is printed?",
      points: "1",
      key: { value: "3", tolerance: "0", unit: { rule: "forbidden" } },
    },
  ],
};

const remark = { id: "remark", type: "short_text", title: "A word", points: "1", key: { accepted: ["doubled"] } };

/** A query, a program, a code reading and a word in one item, 12 points. */
const item = itemSchema.parse({
  id: "mixed",
  type: "parts",
  title: "A little of everything",
  points: "12",
  prompt: "Do all of it.",
  parts: [sqlItem(), codingItem(), reading, remark],
});

const rows = [
  ["Ana", "9"],
  ["Bo", "5"],
  ["Cy", "5"],
  [null, "4"],
];
const program = { language: "javascript", source: "function double() {}" };
const query = { query: "SELECT 1" };
const others = { reading: { prints: "3" }, remark: "doubled" };
const grade = (answer: Json, ...observations: Observation[]) =>
  gradeItem({ item, section: "any", answer, observations });

describe("an item of parts that run something", () => {
  test("asks for the jobs of the answered parts, in their order", () => {
    const engines = (answer: Json) => jobsOf(item, answer).map(({ engine }) => engine);
    expect(engines({ double: program, busy: query, ...others })).toEqual(["sql", "javascript"]);
    expect(engines({ double: program })).toEqual(["javascript"]);
    expect(engines({ busy: { query: " " }, double: program })).toEqual(["javascript"]);
    expect(engines(others)).toEqual([]);
  });

  test("grades each part on what was seen of its own jobs", () => {
    const all = { busy: query, double: program, ...others };
    expect(grade(all, querySeen(rows), rightRuns())).toMatchObject({ points: "12", outcome: "graded" });
    const wrong = rightRuns(returned("plain", [2, 5], [[1, 2]]));
    expect(grade(all, querySeen([]), wrong)).toMatchObject({ points: "6", outcome: "graded" });
    expect(grade({ double: program, ...others }, rightRuns())).toMatchObject({ points: "8", outcome: "graded" });
    expect(grade({ busy: query }, querySeen(rows))).toMatchObject({ points: "4", outcome: "graded" });
  });

  test("names the part in every line of its working", () => {
    const { working } = grade({ double: program }, rightRuns());
    expect(new Set(working.map(({ data }) => data["part"]))).toEqual(
      new Set(["busy", "double", "reading.prints", "remark"]),
    );
  });

  test("is not gradable where the engine failed on one part, or nothing was seen of it", () => {
    expect(grade({ double: program, ...others }, rightRuns(ended("none", "engine"))).outcome).toBe("not_gradable");
    expect(grade({ busy: query, double: program }, querySeen(rows)).outcome).toBe("not_gradable");
  });

  test("is proven part by part, by each part's own references and trivial answers", () => {
    expect(checkItem(item)).toEqual([]);
    const proofs = proofsOf(item);
    expect(proofs.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "reference answer",
        'part "double": reference answer',
        'part "double": trivial answer: return []',
        'part "busy": trivial answer: SELECT 1',
        'part "reading": what the code does, given as the answer to "prints"',
      ]),
    );
    expect(Object.keys(referenceAnswerOf(item) as object)).toEqual(["busy", "double", "reading", "remark"]);
  });

  test("shows the candidate each part's own view", () => {
    const view = candidateItem(item);
    expect(view["parts"]).toMatchObject([
      { id: "busy", schema: expect.any(String) },
      { id: "double", entry: "double", examples: [{ id: "shown" }] },
      { id: "reading", snippet: { source: "console.log(1 + 2)" } },
      { id: "remark" },
    ]);
    expect(JSON.stringify(view)).not.toMatch(/"(key|runs|specimens|tests|data_sets)":/);
  });

  test("runs the shown examples of the parts that have some, and judges them as the part does", () => {
    const answer = { busy: query, double: program, remark: "doubled" };
    expect(exampleJobsOf(item, answer)).toMatchObject([{ engine: "javascript", calls: [{ id: "shown" }] }]);
    expect(exampleJobsOf(item, { remark: "doubled" })).toEqual([]);
    const seen = programSeen([returned("shown", [2], [[1]])]);
    expect(exampleRuns(item, answer, [seen])).toMatchObject([{ id: "shown", passed: true, expected: "[2]" }]);
  });
});
