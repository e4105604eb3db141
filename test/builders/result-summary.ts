import type { Result } from "#shared/domain/scoring/result.ts";

/** The part of a result that a recruiter reads first. */
export function summaryOf(result: Result): Record<string, unknown> {
  const by = (figure: "score" | "assessment") =>
    Object.fromEntries(result.categories.map((category) => [category.id, category[figure]]));
  return {
    stage: result.stage,
    score: result.score,
    recommendation: result.recommendation,
    coverage: result.coverage,
    bounds: `${result.bounds.low} to ${result.bounds.high}`,
    categories: by("score"),
    assessments: by("assessment"),
    gates: result.gates.filter(({ fired }) => fired).map(({ id }) => id),
    reasons: result.reasons.map(({ code }) => code),
  };
}
