import type { Observation } from "../domain/grading/sandbox.ts";
import type { Sandbox } from "../ports/sandbox.ts";

/** Each engine that is called at once may have to be started: what few jobs gain by it, many starts lose. */
const JOBS_PER_LANE = 50;
const LANES = 4;

/**
 * A sandbox for many jobs, about `expected` of them: equal ones run once, and those of one engine mostly one after the
 * other, so that neither many starts are waited for nor the candidates' share of the engines is taken.
 */
export function patientSandbox({ run }: Sandbox, expected: number): Sandbox {
  const lanes = Math.max(1, Math.min(LANES, Math.ceil(expected / JOBS_PER_LANE)));
  const enter = { javascript: gate(lanes), sql: gate(lanes) };
  const seen = new Map<string, Promise<Observation>>();
  return {
    run: (job) => {
      const key = JSON.stringify(job);
      const observed = seen.get(key) ?? enter[job.engine](() => run(job));
      seen.set(key, observed);
      return observed;
    },
  };
}

/** Lets so many pieces of work through at once, the others in the order in which they came. */
function gate(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
