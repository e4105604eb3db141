import type { ItemGrade, Rating, ScoreInputs } from "#shared/domain/scoring/inputs.ts";
import { shippedNumbers } from "./shipped-numbers.ts";

/** The base of the worked examples: what each item earned and how each question was rated. */
export const BASE_POINTS: Record<string, string> = {
  servers: "1",
  sequence: "1",
  pseudocode: "1",
  "paid-totals": "4.5",
  "busy-customers": "4",
  "unsafe-endpoint": "2",
  "delay-email": "4",
  "calculate-total": "2",
};

export const BASE_RATINGS: Record<string, number | null> = {
  q1: 4,
  q2: 4,
  q3: 4,
  q4: 5,
  q5: 4,
  q6: 4,
  overall_communication: 5,
  overall_attitude: 4,
};

export const grade = (item: string, points: string, more: Partial<ItemGrade> = {}): ItemGrade => ({
  item,
  points,
  open: "0",
  outcome: "graded",
  working: [],
  ...more,
});

export const gradesOf = (points: Record<string, string>): ItemGrade[] =>
  Object.entries(points).map(([item, earned]) => grade(item, earned));

/** One rater's ratings by question; null is `not assessed`. */
export const ratingsOf = (values: Record<string, number | null>, rater = "usr_one"): Rating[] =>
  Object.entries(values).map(([question, value]) => ({ question, rater, value }));

/** Final inputs of the base, with changes by item and by question. */
export function finalInputs(
  changes: Partial<ScoreInputs> & {
    points?: Record<string, string>;
    rated?: Record<string, number | null>;
  } = {},
): ScoreInputs {
  const { points = {}, rated = {}, ...rest } = changes;
  return {
    playbook: shippedNumbers(),
    stage: "final",
    grades: gradesOf({ ...BASE_POINTS, ...points }),
    ratings: ratingsOf({ ...BASE_RATINGS, ...rated }),
    ...rest,
  };
}

/** The base before any interview. */
export const provisionalInputs = (changes: Parameters<typeof finalInputs>[0] = {}): ScoreInputs =>
  finalInputs({ stage: "provisional", ratings: [], ...changes });
