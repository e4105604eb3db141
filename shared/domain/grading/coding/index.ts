import { add, divide, type Exact, exact, exactText, isZero, multiply, ZERO } from "../../foundation/exact.ts";
import { sameJson } from "../../foundation/json.ts";
import type { Violation } from "../../foundation/refusal.ts";
import type { ItemType, Marking, Proof } from "../contract.ts";
import { checkUniqueIds, commonProofs, graded, line, notGradable, ofPoints, unanswered } from "../marking.ts";
import { type JavaScriptRun, type Observation, OUR_FAULT } from "../sandbox.ts";
import { codingCandidate, programJobs } from "./candidate.ts";
import type { CodingAnswer, CodingItem, CodingTest } from "./schema.ts";
import { judgeRun, type Verdict } from "./verdict.ts";

/** A function that hidden tests call: points · passed weight / all weight; a group passes whole or not at all. */
export const coding: ItemType<CodingItem, CodingAnswer> = {
  type: "coding",
  grader: "coding/1",
  ...codingCandidate,
  jobs: (item, answer) => programJobs(item, answer, item.key.tests),
  grade(item, answer, observations) {
    if (answer === null || answer.source.trim() === "") return unanswered();
    const runs = runsById(observations);
    const missing = item.key.tests.find(({ id }) => !runs.has(id));
    if (missing) return notGradable("a test wasn't run", { test: missing.id });
    const faulty = [...runs.values()].find(({ outcome }) => OUR_FAULT.has(outcome));
    if (faulty) return notGradable("the engine failed", { test: faulty.id, outcome: faulty.outcome });
    return markTests(item, runs);
  },
  check: checkCoding,
  proofs: (item) => [...commonProofs(item, item.key.reference, "key.reference"), ...trivialProofs(item)],
  referenceAnswer: ({ key }) => key.reference,
};

const runsById = (observations: readonly Observation[]): Map<string, JavaScriptRun> =>
  new Map(observations.flatMap((seen) => (seen.engine === "javascript" ? seen.runs : [])).map((run) => [run.id, run]));

function markTests(item: CodingItem, runs: ReadonlyMap<string, JavaScriptRun>): Marking {
  const tolerance = Number(item.key.tolerance);
  const verdicts = item.key.tests.map((test) => judgeRun(test, runs.get(test.id)!, tolerance));
  const counted = item.key.tests.map((test, index) => verdicts[index]!.passed && !fellWithGroup(item, verdicts, test));
  const weights = item.key.tests.map(({ weight }) => exact(weight));
  const passed = weights.filter((_, index) => counted[index]).reduce(add, ZERO);
  const points = multiply(exact(item.points), divide(passed, weights.reduce(add)));
  const number = counted.filter(Boolean).length;
  const summary = `${number} of ${counted.length} hidden tests passed: ${ofPoints(points, item.points)}.`;
  const data = { passed: number, tests: counted.length, passed_weight: exactText(passed) };
  const lines = item.key.tests.map((test, index) => testLine(test, verdicts[index]!, counted[index]!));
  return graded(points, [...lines, line("coding", summary, data, points)]);
}

const fellWithGroup = (item: CodingItem, verdicts: readonly Verdict[], { group }: CodingTest): boolean =>
  group !== undefined && item.key.tests.some((test, index) => test.group === group && !verdicts[index]!.passed);

function testLine(test: CodingTest, { passed, because }: Verdict, counts: boolean) {
  const data = { test: test.id, title: test.title, group: test.group ?? null };
  if (counts) return line("test_passed", `Test "${test.title}" passed.`, data);
  if (passed)
    return line("test_passed_group_failed", `Test "${test.title}" passed, its group "${test.group}" didn't.`, data);
  return line("test_failed", `Test "${test.title}" failed: ${because}.`, { ...data, because });
}

function checkCoding({ key, examples, languages }: CodingItem): Violation[] {
  const weight = key.tests.map((test) => exact(test.weight)).reduce(add);
  return [
    ...checkUniqueIds("examples", examples),
    ...checkUniqueIds("key.tests", key.tests),
    ...(isZero(weight) ? [{ path: "key.tests", message: "no test has any weight", remedy: "give them weight" }] : []),
    ...(languages.includes(key.reference.language)
      ? []
      : [{ path: "key.reference.language", message: "this language isn't on offer", remedy: "offer it in languages" }]),
    ...key.tests.flatMap((test, index) => checkTest(test, { path: `key.tests[${index}]`, examples })),
  ];
}

function checkTest(
  test: CodingTest,
  { path, examples }: { path: string; examples: CodingItem["examples"] },
): Violation[] {
  const shown = examples.some((example) => sameJson(example.arguments, test.arguments));
  return [
    ...((test.expected === undefined) === (test.throws === undefined)
      ? [{ path, message: "a test expects either a value or an error", remedy: "write expected or throws" }]
      : []),
    ...(shown && !test.input_unchanged
      ? [
          {
            path,
            message: "this hidden test makes the same call as a shown example",
            remedy: "call it with something else",
          },
        ]
      : []),
  ];
}

/** Programs that anybody could write without reading the task; together with luck they may earn a fifth. */
function trivialProofs(item: CodingItem): Proof[] {
  const atMost: Exact = multiply(exact(item.points), exact("0.2"));
  return ["null", "0", "true", "false", '""', "[]", "{}", "input"].map((value) => ({
    name: `trivial answer: return ${value}`,
    path: "key.tests",
    answer: { language: item.key.reference.language, source: `function ${item.entry}(input) { return ${value}; }` },
    expects: { at_most: exactText(atMost) },
  }));
}
