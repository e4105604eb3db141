import type { Observation, SandboxJob } from "../domain/grading/sandbox.ts";

/**
 * Runs untrusted code or SQL in its own function. Resolves with an observation for whatever the candidate's text does;
 * an engine that can't be reached gives an observation whose runs end as `engine`.
 */
export interface Sandbox {
  run(job: SandboxJob): Promise<Observation>;
}
