import { counted } from "../../../shared/words.ts";
import type { AnswerOf } from "../../api/types.ts";

export type Agreement = AnswerOf<"read-agreement">;

/** How far the interviewers' means would be the same with others in their place; or why that can't be said yet. */
export function consistencyWords({ icc, n, raters, enough }: Agreement["consistency"]): string {
  if (n === 0) return "No two interviewers have rated the same question of a session yet.";
  const who = `${counted(raters.length, "interviewer")} who rated ${counted(n, "thing")} together`;
  if (icc !== null) return `ICC(2,k) is ${icc}, from ${who}: ${meaning(Number(icc))}.`;
  if (n < enough)
    return `An ICC can be told from ${enough} things that the same interviewers rated; the most so far are ${n}.`;
  return `No ICC can be told from ${who}: their ratings don't vary enough.`;
}

/** The usual reading of the coefficient (Koo and Li, 2016). */
function meaning(icc: number): string {
  if (icc < 0.5) return "poor agreement";
  if (icc < 0.75) return "moderate agreement";
  return icc < 0.9 ? "good agreement" : "excellent agreement";
}

/** How somebody rates beside the others, in words. */
export function severityWords(severity: string | null): string {
  if (severity === null) return "rated alone so far";
  const value = Number(severity);
  if (Math.abs(value) < 0.25) return "as the others do";
  return value > 0 ? "stricter than the others" : "milder than the others";
}
