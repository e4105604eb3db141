import type { FlagResult, GateResult, Reason } from "./result.ts";

/** Every reason a result can give, in one place: a code with data for machines, a sentence made from it for people. */

const FIGURES = { score: "The score", assessment: "The assessment figure", interview: "The interview figure" } as const;

export const figureBelow = (data: {
  category: string;
  figure: keyof typeof FIGURES;
  value: string;
  below: string;
}): Reason => ({
  code: "figure_below",
  data,
  text: `${FIGURES[data.figure]} of ${data.category} is ${data.value}, below ${data.below}.`,
});

export const itemBelow = (data: { item: string; points: string; below: string }): Reason => ({
  code: "item_below",
  data,
  text: `The item ${data.item} earned ${data.points}, below ${data.below}.`,
});

export const ratingBelow = (data: { question: string; rating: string; below: string }): Reason => ({
  code: "rating_below",
  data,
  text: `The question ${data.question} was rated ${data.rating}, below ${data.below}.`,
});

/** One reason from several that hold together. */
export function allOf(reasons: readonly Reason[]): Reason {
  if (reasons.length === 1) return reasons[0]!;
  return {
    code: "several",
    data: { reasons: reasons.map(({ code, data }) => ({ code, data })) },
    text: reasons.map(({ text }) => text).join(" "),
  };
}

export const gateWaits = (): Reason => ({
  code: "waits_for_interview",
  data: {},
  text: "Conditions on the interview are read once the interviews are in.",
});

export const gateUnreadable = (items: string[]): Reason => ({
  code: "void_or_ungraded",
  data: { items },
  text: `The gate reads what could not be graded (${items.join(", ")}), so it doesn't fire.`,
});

export const sessionEnded = (state: "voided" | "withdrawn"): Reason => ({
  code: `session_${state}`,
  data: {},
  text: `The session was ${state}: there is no recommendation.`,
});

export const flagCounts = ({ flag, severity, state }: Pick<FlagResult, "flag" | "severity" | "state">): Reason => ({
  code: `flag_${state}`,
  data: { flag, severity },
  text: `The red flag ${flag} (${severity}) was ${state}.`,
});

export const majorFlags = (flags: string[]): Reason => ({
  code: "major_flags_confirmed",
  data: { flags },
  text: `${flags.length} major red flags were confirmed: ${flags.join(", ")}.`,
});

export const gateFired = ({ id, effect, because }: GateResult): Reason => ({
  code: "gate_fired",
  data: { gate: id, effect },
  text: `The gate ${id} fired (${effect}). ${because?.text ?? ""}`.trim(),
});

export const itemVoid = (item: string): Reason => ({
  code: "item_void",
  data: { item },
  text: `The item ${item} was lost through the platform's fault; a retake is offered.`,
});

export const itemNotGradable = (item: string): Reason => ({
  code: "item_not_gradable",
  data: { item },
  text: `The item ${item} could not be graded; a person offers a retake.`,
});

export const itemUnderReview = (item: string): Reason => ({
  code: "item_needs_review",
  data: { item },
  text: `A person must look at the grade of ${item}.`,
});

export const needsReconciliation = (question: string): Reason => ({
  code: "needs_reconciliation",
  data: { question },
  text: `The ratings of ${question} are 2 or more apart and must be reconciled.`,
});

export const inBand = (data: { score: string; from: string; to: string; recommendation: string }): Reason => ({
  code: "band",
  data,
  text: `The score ${data.score} lies in the band from ${data.from} to ${data.to}: ${data.recommendation}.`,
});

export const noScore = (): Reason => ({
  code: "no_score",
  data: {},
  text: "There is nothing to compute a score from yet.",
});

export const questionNotAssessed = (question: string): Reason => ({
  code: "not_assessed",
  data: { question },
  text: `The question ${question} was not assessed and is left out.`,
});

export const categoryFromAssessmentAlone = (category: string): Reason => ({
  code: "assessment_alone",
  data: { category },
  text: `No question of ${category} was assessed: its score is that of the assessment.`,
});

export const categoryFromInterviewAlone = (category: string): Reason => ({
  code: "interview_alone",
  data: { category },
  text: `Nothing of ${category} could be graded: its score is that of the interview.`,
});

export const categoryMissing = (category: string): Reason => ({
  code: "category_missing",
  data: { category },
  text: `Nothing speaks for ${category}: it is left out of the score.`,
});
