import type { Problem } from "#shared/contracts/problem.ts";

/** The server said no, and why. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly problem: Partial<Problem>;
  /** Seconds to wait before asking again, where the server said so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, problem: Partial<Problem>, retryAfter?: number) {
    super(problem.detail ?? `The service answered ${status}.`);
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** No answer came: the network is away. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** The JSON of an answer; undefined where it has none. Throws an {@link ApiProblem} where the server said no. */
export async function readAnswer(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body;
  const waiting = Number(response.headers.get("retry-after"));
  throw new ApiProblem(response.status, isRecord(body) ? body : {}, waiting > 0 ? waiting : undefined);
}

function isRecord(value: unknown): value is Partial<Problem> {
  return typeof value === "object" && value !== null;
}
