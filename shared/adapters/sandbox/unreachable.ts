import type { EngineStamp, Observation, SandboxJob } from "../../domain/grading/sandbox.ts";

const NO_ENGINE: EngineStamp = { id: "none", sha256: "" };

/** The observation of a job that reached no engine: our fault, so the grade will be not gradable. */
export function unreachable(job: SandboxJob, message: string): Observation {
  const ours = { outcome: "engine", message: message.slice(0, 500), fuel: 0 } as const;
  if (job.engine === "sql")
    return { engine: "sql", stamp: NO_ENGINE, runs: job.data_sets.map(({ id }) => ({ id, ...ours })) };
  return { engine: "javascript", stamp: NO_ENGINE, runs: job.calls.map(({ id }) => ({ id, ...ours, console: "" })) };
}
