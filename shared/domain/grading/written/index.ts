import { divide, type Exact, exact, exactText, isZero, multiply, sum } from "../../foundation/exact.ts";
import type { Violation } from "../../foundation/refusal.ts";
import type { ItemType, WorkingLine } from "../contract.ts";
import {
  checkPointsSum,
  checkUniqueIds,
  commonProofs,
  graded,
  line,
  needsReview,
  ofPoints,
  unanswered,
} from "../marking.ts";
import { isBlank } from "../text.ts";
import { writtenCandidate } from "./candidate.ts";
import { checkGroups, checkNeeds, checkPhrases } from "./check-phrases.ts";
import type { Finding } from "./finding.ts";
import { findAll } from "./findings.ts";
import { guardAnswer } from "./guards.ts";
import { readAnswer } from "./reading.ts";
import type { Check, Criterion, WrittenPart } from "./schema.ts";

/** A written task: criteria of checks, each met, not met or unclear, with the matched words as evidence. */
export const written: ItemType<WrittenPart, string> = {
  type: "written",
  grader: "written/1",
  ...writtenCandidate,
  jobs: () => [],
  grade(item, answer) {
    if (answer === null || isBlank(answer)) return unanswered();
    const { criteria, groups, subject } = item.rubric;
    const prompt = `${item.title}\n${item.prompt}`;
    const reading = readAnswer(answer, { prompt, longest: item.words?.max, groups });
    const guards = guardAnswer(reading, subject);
    const findings = findAll(criteria, { reading, doubts: guards.doubts });
    const marked = criteria.map((criterion) => markCriterion(criterion, { findings, answer }));
    const [points, open] = [sum(marked.map((each) => each.points)), sum(marked.map((each) => each.open))];
    const working = [
      ...guards.working,
      ...marked.flatMap((each) => each.working),
      line("written", `${ofPoints(points, item.points)}.`, { open: exactText(open) }, points),
    ];
    const isUnclear = [...findings.values()].some(({ state }) => state === "unclear");
    return isUnclear ? needsReview(points, working, open) : graded(points, working);
  },
  check: checkWritten,
  proofs: (item) => commonProofs(item, item.rubric.reference, "rubric.reference"),
  referenceAnswer: ({ rubric }) => rubric.reference,
};

type Marked = { points: Exact; open: Exact; working: WorkingLine[] };

function markCriterion(
  criterion: Criterion,
  { findings, answer }: { findings: ReadonlyMap<Check, Finding>; answer: string },
): Marked {
  const weightOf = (checks: readonly Check[]) => sum(checks.map(({ weight }) => exact(weight)));
  const pointsOf = (state: Finding["state"]) =>
    multiply(
      exact(criterion.points),
      divide(
        weightOf(criterion.checks.filter((check) => findings.get(check)!.state === state)),
        weightOf(criterion.checks),
      ),
    );
  const [points, open] = [pointsOf("met"), pointsOf("unclear")];
  const lines = criterion.checks.map((check) => checkLine(criterion, check, { finding: findings.get(check)!, answer }));
  const data = { criterion: criterion.id, kind: criterion.kind, max: criterion.points, open: exactText(open) };
  const text = `${criterion.title}: ${ofPoints(points, criterion.points)}${isZero(open) ? "" : `, ${exactText(open)} open`}.`;
  return { points, open, working: [...lines, line("criterion", text, data, points)] };
}

const STATE_TEXT = { met: "met", not_met: "not met", unclear: "unclear" } as const;

function checkLine(
  criterion: Criterion,
  check: Check,
  { finding, answer }: { finding: Finding; answer: string },
): WorkingLine {
  const spans = finding.spans.map(({ start, end }) => ({ start, end, quote: answer.slice(start, end) }));
  const quotes = spans.map(({ quote }) => `"${quote}"`).join(" … ");
  const text = `${check.title}: ${STATE_TEXT[finding.state]}, ${finding.because}${quotes === "" ? "" : ` (${quotes})`}.`;
  const data = { criterion: criterion.id, check: check.id, because: finding.because, spans };
  return line(`check_${finding.state}`, text, data);
}

function checkWritten({ points, words, rubric }: WrittenPart): Violation[] {
  return [
    ...checkUniqueIds("rubric.criteria", rubric.criteria),
    ...checkPointsSum(
      { points },
      { path: "rubric.criteria", what: "criteria", points: rubric.criteria.map((each) => each.points) },
    ),
    ...(words && words.min > words.max
      ? [{ path: "words", message: "the band is empty", remedy: "let min be below max" }]
      : []),
    ...rubric.criteria.flatMap((criterion, index) => checkCriterion(criterion, `rubric.criteria[${index}]`)),
    ...checkNeeds(rubric.criteria),
    ...checkGroups(rubric),
  ];
}

const checkCriterion = ({ checks }: Criterion, path: string): Violation[] => [
  ...checkUniqueIds(`${path}.checks`, checks),
  ...(checks.every(({ weight }) => isZero(exact(weight)))
    ? [{ path: `${path}.checks`, message: "no check has any weight", remedy: "give them weight" }]
    : []),
  ...checks.flatMap((check, index) => checkPhrases(check, `${path}.checks[${index}]`)),
];
