import type { Advice } from "../grading/advice.ts";
import { SYSTEM } from "./actors.ts";
import { type Decision, NOTHING, type Situation } from "./state.ts";
import { isLegal } from "./transitions.ts";

/** Records what a model said of an answer, once, beside the grade that stands. No grade and no result reads it. */
export function decideAdvice({ state, now }: Situation, advice: Advice): Decision {
  if (!isLegal(state.status, "advice.recorded")) return NOTHING;
  if (state.advised.has(advice.item) || !state.grades.has(advice.item)) return NOTHING;
  return { facts: [{ kind: "advice.recorded", at: now, actor: SYSTEM, payload: advice }] };
}
