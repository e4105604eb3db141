import type { StoredAnswer } from "#shared/contracts/shapes/take.ts";
import type { ApiProblem } from "../../shared/api-problem.ts";

/** How the service is reached: it answers, no answer comes, or it asks for patience. */
export type Reach = "online" | "offline" | "busy";

/** What a refused save means for the answer; `interrupts`: and for the whole page. */
export type Verdict = { interrupts: boolean } & (
  | { kind: "stalled" }
  | { kind: "late" }
  | { kind: "other"; stored: StoredAnswer }
  | { kind: "refused"; sentence: string }
);

const PATIENCE = new Set([408, 500, 502, 503, 504]);

export function verdictOf(error: ApiProblem): Verdict {
  const { code, answer } = error.problem;
  if (code === "revision_conflict" && isStored(answer)) return { kind: "other", stored: answer, interrupts: false };
  if (code === "section_closed") return { kind: "late", interrupts: true };
  if (isPassing(error)) return { kind: "stalled", interrupts: false };
  const aboutTheValue = error.status === 422 || error.status === 413;
  return { kind: "refused", sentence: error.message, interrupts: !aboutTheValue };
}

/** The same save may well be taken a little later; a session that has used up its saves will not. */
function isPassing({ status, problem }: ApiProblem): boolean {
  if (problem.code === "busy") return true;
  return PATIENCE.has(status) || (status === 429 && problem.code !== "too_many_saves");
}

function isStored(value: unknown): value is StoredAnswer {
  return typeof value === "object" && value !== null && "revision" in value && "value" in value;
}
