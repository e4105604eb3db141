import type { Json } from "../domain/foundation/json.ts";
import type { Grade, ItemBase } from "../domain/grading/contract.ts";
import { gradeItem, jobsOf } from "../domain/grading/registry.ts";
import { type Observation, OUR_FAULT, type SandboxJob } from "../domain/grading/sandbox.ts";
import type { Sandbox } from "../ports/sandbox.ts";

/** How often a job runs at most, where it fails by our fault. */
const TRIES = 3;

/** Grades one answer (`null`: none was given): runs what its type asks for, then the pure grader on what was seen. */
export const itemGrading =
  ({ sandbox }: { sandbox: Sandbox }) =>
  async (input: { item: ItemBase; section: string; answer: Json }): Promise<Grade> => {
    const observations: Observation[] = [];
    for (const job of jobsOf(input.item, input.answer)) observations.push(await runPatiently(sandbox, job));
    return gradeItem({ ...input, observations });
  };

async function runPatiently(sandbox: Sandbox, job: SandboxJob): Promise<Observation> {
  let seen = await sandbox.run(job);
  for (let tries = 1; tries < TRIES && failedByUs(seen); tries++) seen = await sandbox.run(job);
  return seen;
}

const failedByUs = ({ runs }: Observation): boolean => runs.some(({ outcome }) => OUR_FAULT.has(outcome));
