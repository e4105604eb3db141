import { divide, type Exact, exact, exactText, isZero, multiply, sum } from "../../foundation/exact.ts";
import { sameJson } from "../../foundation/json.ts";
import type { Violation } from "../../foundation/refusal.ts";
import type { ItemType, Marking, Proof } from "../contract.ts";
import { checkUniqueIds, commonProofs, graded, line, notGradable, ofPoints, unanswered } from "../marking.ts";
import { type JavaScriptRun, type Observation, OUR_FAULT } from "../sandbox.ts";
import { codingCandidate, programJobs } from "./candidate.ts";
import {
  checkEfficiency,
  type Efficiency,
  efficiencyProofs,
  judgeEfficiency,
  meteredTests,
  type Runs,
  unmetered,
} from "./efficiency.ts";
import type { CodingAnswer, CodingPart, CodingTest } from "./schema.ts";
import { judgeRun, type Verdict } from "./verdict.ts";

/** A function that hidden tests call: points · passed weight / all weight; a group passes whole or not at all. */
export const coding: ItemType<CodingPart, CodingAnswer> = {
  type: "coding",
  grader: "coding/1",
  ...codingCandidate,
  jobs: (item, answer) => [
    ...programJobs(item, answer, item.key.tests),
    ...(isBlank(answer) ? [] : programJobs(item, item.key.reference, meteredTests(item))),
  ],
  grade(item, answer, [own, reference]) {
    if (answer === null || isBlank(answer)) return unanswered();
    const [runs, referenceRuns] = [runsById(own), runsById(reference)];
    const missing = item.key.tests.find(({ id }) => !runs.has(id));
    if (missing) return notGradable("a test wasn't run", { test: missing.id });
    const faulty = [...runs.values()].find(({ outcome }) => OUR_FAULT.has(outcome));
    if (faulty) return notGradable("the engine failed", { test: faulty.id, outcome: faulty.outcome });
    return unmetered(item, referenceRuns) ?? markTests(item, runs, judgeEfficiency(item, runs, referenceRuns));
  },
  check: checkCoding,
  proofs: (item) => [
    ...commonProofs(item, item.key.reference, "key.reference"),
    ...efficiencyProofs(item, (group) => exactText(pointsWithout(item, group))),
    ...trivialProofs(item),
  ],
  referenceAnswer: ({ key }) => key.reference,
};

const isBlank = ({ source }: CodingAnswer): boolean => source.trim() === "";

const runsById = (seen: Observation | undefined): Map<string, JavaScriptRun> =>
  new Map((seen?.engine === "javascript" ? seen.runs : []).map((run) => [run.id, run]));

function markTests(item: CodingPart, runs: Runs, efficiency: Efficiency | undefined): Marking {
  const tolerance = Number(item.key.tolerance);
  const verdicts = item.key.tests.map((test) => judgeRun(test, runs.get(test.id)!, tolerance));
  const fallen = fallenGroups(item, verdicts, efficiency);
  const counted = item.key.tests.map(({ group }, index) => verdicts[index]!.passed && !fallen.has(group));
  const passed = weightOf(item.key.tests.filter((_, index) => counted[index]));
  const points = pointsFor(item, passed);
  const number = counted.filter(Boolean).length;
  const summary = `${number} of ${counted.length} hidden tests passed: ${ofPoints(points, item.points)}.`;
  const data = { passed: number, tests: counted.length, passed_weight: exactText(passed) };
  const lines = item.key.tests.map((test, index) => testLine(test, verdicts[index]!, counted[index]!));
  const metered = efficiency === undefined ? [] : [efficiency.line];
  return graded(points, [...lines, ...metered, line("coding", summary, data, points)]);
}

/** Groups of which a test failed, and the metered one where it took too many steps. */
function fallenGroups(
  { key }: CodingPart,
  verdicts: readonly Verdict[],
  efficiency: Efficiency | undefined,
): ReadonlySet<string | undefined> {
  const failed = key.tests.flatMap(({ group }, index) => (verdicts[index]!.passed ? [] : (group ?? [])));
  return new Set(efficiency && !efficiency.fits ? [...failed, efficiency.group] : failed);
}

const weightOf = (tests: readonly CodingTest[]): Exact => sum(tests.map(({ weight }) => exact(weight)));

const pointsFor = ({ points, key }: CodingPart, passed: Exact): Exact =>
  multiply(exact(points), divide(passed, weightOf(key.tests)));

const pointsWithout = (item: CodingPart, group: string): Exact =>
  pointsFor(item, weightOf(item.key.tests.filter((test) => test.group !== group)));

function testLine(test: CodingTest, { passed, because }: Verdict, counts: boolean) {
  const data = { test: test.id, title: test.title, group: test.group ?? null };
  if (counts) return line("test_passed", `Test "${test.title}" passed.`, data);
  if (passed)
    return line("test_passed_group_failed", `Test "${test.title}" passed, its group "${test.group}" didn't.`, data);
  return line("test_failed", `Test "${test.title}" failed: ${because}.`, { ...data, because });
}

function checkCoding(item: CodingPart): Violation[] {
  const { key, examples, languages } = item;
  const weight = weightOf(key.tests);
  return [
    ...checkUniqueIds("examples", examples),
    ...checkUniqueIds("key.tests", key.tests),
    ...(isZero(weight) ? [{ path: "key.tests", message: "no test has any weight", remedy: "give them weight" }] : []),
    ...(languages.includes(key.reference.language)
      ? []
      : [{ path: "key.reference.language", message: "this language isn't on offer", remedy: "offer it in languages" }]),
    ...checkEfficiency(item),
    ...key.tests.flatMap((test, index) => checkTest(test, { path: `key.tests[${index}]`, examples })),
  ];
}

function checkTest(
  test: CodingTest,
  { path, examples }: { path: string; examples: CodingPart["examples"] },
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
function trivialProofs(item: CodingPart): Proof[] {
  const atMost: Exact = multiply(exact(item.points), exact("0.2"));
  return ["null", "0", "true", "false", '""', "[]", "{}", "input"].map((value) => ({
    name: `trivial answer: return ${value}`,
    path: "key.tests",
    answer: { language: item.key.reference.language, source: `function ${item.entry}(input) { return ${value}; }` },
    expects: { at_most: exactText(atMost) },
  }));
}
