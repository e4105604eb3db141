import type { Exact } from "../foundation/exact.ts";
import {
  assessmentFigure,
  bounds,
  type CategoryEvidence,
  categoryFigure,
  coverage,
  evidenceOf,
  interviewFigure,
  weightedMean,
} from "./categories.ts";
import { decimalText, published } from "./display.ts";
import { flagResults, flagStandings } from "./flags.ts";
import { type GateView, gateResults } from "./gates.ts";
import { identityOf, refuseBadInputs, type ScoreInputs } from "./inputs.ts";
import { marksOf } from "./marks.ts";
import { openReconciliations, settleRatings } from "./ratings.ts";
import * as because from "./reasons.ts";
import { recommend } from "./recommendation.ts";
import type { CategoryResult, Reason, Result } from "./result.ts";

/** Which arithmetic a result was computed with; a change of a single figure or text is a new version. */
export const ENGINE_VERSION = "assay-engine/1";

/** A category with its figures before rounding. Until the interviews are in there is neither an I nor a C. */
type FiguredCategory = {
  evidence: CategoryEvidence;
  assessment: Exact | null;
  interview: Exact | null;
  score: Exact | null;
};

/**
 * The result of a session, by the rules of `docs/scoring.md`: exact inside, every published figure rounded once.
 * The same inputs, in any order, give the same bytes.
 *
 * @throws Refusal `invalid_score_inputs`, or `ratings_missing` for a final result with gaps.
 */
export function score(inputs: ScoreInputs): Result {
  refuseBadInputs(inputs);
  const view = viewOf(inputs);
  const categories = view.evidence.map((evidence) => figuresOf(evidence, view.stage));
  const total = published(totalOf(categories, view.stage));
  const gates = gateResults(inputs.playbook, view);
  const flags = flagResults(inputs.playbook, inputs.flags ?? [], { gates, marks: view.marks });
  const standing = { ended: inputs.ended ?? null, score: total, flags: flagStandings(flags), gates, ...view };
  const { recommendation, reasons } = recommend(inputs.playbook, standing);
  return {
    ...identityOf(inputs),
    stage: view.stage,
    score: total,
    ...reachOf(view.evidence),
    recommendation,
    reasons: [...reasons, ...notes(view, gates), ...gapsOf(categories, view.stage)],
    categories: categories.map(publishCategory),
    gates,
    flags,
    items: view.marks.map(({ result }) => result),
    needs_reconciliation: openReconciliations(view.questions),
    engine_version: ENGINE_VERSION,
  };
}

function viewOf(inputs: ScoreInputs): GateView {
  const marks = marksOf(inputs);
  const questions = settleRatings(inputs);
  return { stage: inputs.stage, marks, questions, evidence: evidenceOf(inputs.playbook, marks, questions) };
}

function figuresOf(evidence: CategoryEvidence, stage: Result["stage"]): FiguredCategory {
  const assessment = assessmentFigure(evidence);
  if (stage === "provisional") return { evidence, assessment, interview: null, score: null };
  const interview = interviewFigure(evidence);
  return { evidence, assessment, interview, score: categoryFigure(evidence, assessment, interview) };
}

const totalOf = (categories: readonly FiguredCategory[], stage: Result["stage"]): Exact | null =>
  weightedMean(
    categories.map(({ evidence, assessment, score }) => ({
      weight: evidence.weight,
      figure: stage === "final" ? score : assessment,
    })),
  );

function reachOf(evidence: readonly CategoryEvidence[]): Pick<Result, "coverage" | "bounds"> {
  const { low, high } = bounds(evidence);
  return { coverage: published(coverage(evidence))!, bounds: { low: published(low)!, high: published(high)! } };
}

const publishCategory = ({ evidence, assessment, interview, score }: FiguredCategory): CategoryResult => ({
  id: evidence.category.id,
  title: evidence.category.title,
  weight: decimalText(evidence.weight),
  assessment: published(assessment),
  interview: published(interview),
  score: published(score),
});

/** What a reader should know without it having changed the recommendation. */
const notes = ({ marks, questions }: GateView, gates: Result["gates"]): Reason[] => [
  ...gates.filter(({ fired, effect }) => fired && effect === "note").map(because.gateFired),
  ...marks
    .filter(({ result }) => result.outcome === "needs_review")
    .map(({ item }) => because.itemUnderReview(item.id)),
  ...questions
    .filter(({ state }) => state === "not_assessed")
    .map(({ question }) => because.questionNotAssessed(question.id)),
];

/** Categories whose score had to do without one of its parts. */
function gapsOf(categories: readonly FiguredCategory[], stage: Result["stage"]): Reason[] {
  if (stage === "provisional") return [];
  return categories.flatMap(({ evidence, assessment, interview }) => {
    const { id } = evidence.category;
    if (assessment === null && interview === null) return [because.categoryMissing(id)];
    if (interview === null && evidence.questions.length > 0) return [because.categoryFromAssessmentAlone(id)];
    if (assessment === null && evidence.items.length > 0) return [because.categoryFromInterviewAlone(id)];
    return [];
  });
}
