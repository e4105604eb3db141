import type { ProblemCode } from "#shared/contracts/problem.ts";
import { ApiProblem, Unreachable } from "../../shared/api-problem.ts";

/** What went wrong, and what the person can do about it. */
export type ProblemWords = { sentence: string; remedy: string; canRetry: boolean };

const AWAY: ProblemWords = {
  sentence: "The service can't be reached.",
  remedy: "Check your connection and try again; what you typed stays here.",
  canRetry: true,
};

const LOOK_AGAIN = "It changed meanwhile. Close this and look at where it stands now.";
const WAIT = "Wait a moment, then try again.";

/** What helps, where the service's own sentence doesn't say it. */
const REMEDIES: { [C in ProblemCode]?: string } = {
  forbidden: "Ask an administrator for the role that may do this.",
  four_eyes: "Ask a colleague to do this step.",
  wrong_status: LOOK_AGAIN,
  busy: WAIT,
  rate_limited: WAIT,
  unavailable: WAIT,
  idempotency_in_flight: WAIT,
  idempotency_mismatch: "Close this and begin anew.",
};

export function wordsFor(error: unknown): ProblemWords {
  if (error instanceof Unreachable) return AWAY;
  if (!(error instanceof ApiProblem)) throw error;
  const { status, problem } = error;
  const canRetry = status >= 500 || status === 429 || status === 409;
  if (problem.code === undefined || status === 500) return { ...failed(problem.request_id), canRetry };
  return { sentence: error.message, remedy: REMEDIES[problem.code] ?? "", canRetry };
}

const failed = (request: string | undefined) => ({
  sentence: "Something of ours failed.",
  remedy: `Try again. If it stays so, tell whoever runs Assay${request ? ` this number: ${request}` : ""}.`,
});

/** What is wrong with each field of a body, by the field's path (`candidate.email`). */
export function fieldErrors(error: unknown): { [path: string]: string } {
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  return Object.fromEntries(errors.map(({ path, message }) => [path.replace(/^body\./, ""), message]));
}
