import type { AnswerOf } from "../api/types.ts";

type Result = AnswerOf<"read-result">;
export type Recommendation = Result["recommendation"];
type Decision = AnswerOf<"decide-session">;

const RECOMMENDATIONS: { [R in NonNullable<Recommendation>]: string } = {
  advance: "Advance",
  review: "Review",
  reject: "Reject",
  disqualified: "Disqualified",
  incomplete: "Incomplete",
};

export const recommendationWords = (recommendation: string | null): string =>
  recommendation === null ? "None" : (RECOMMENDATIONS[recommendation as NonNullable<Recommendation>] ?? recommendation);

const OUTCOMES: { [O in Decision["outcome"]]: string } = {
  advance: "Advance",
  hold: "Hold",
  reject: "Reject",
};

export const outcomeWords = (outcome: Decision["outcome"]): string => OUTCOMES[outcome];

const STAGES: { [S in Result["stage"]]: string } = { provisional: "Provisional", final: "Final" };

export const stageWords = (stage: Result["stage"]): string => STAGES[stage];

const ITEM_OUTCOMES: { [O in Result["items"][number]["outcome"]]: string } = {
  graded: "Graded",
  needs_review: "Waits for a person",
  not_gradable: "Could not be graded",
  void: "Void",
};

export const gradeWords = (outcome: Result["items"][number]["outcome"]): string => ITEM_OUTCOMES[outcome];
