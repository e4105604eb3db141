import type { Json } from "../domain/foundation/json.ts";
import { Refusal } from "../domain/foundation/refusal.ts";
import { candidateSideOf } from "../domain/grading/candidate-sides.ts";
import type { CandidateItem, ItemBase } from "../domain/grading/contract.ts";
import type { Observation, SandboxJob } from "../domain/grading/sandbox.ts";

/** One shown example: what it gave, beside what was expected, as texts for people. */
export type ExampleRun = {
  id: string;
  title?: string;
  passed: boolean;
  outcome: string;
  actual: string | null;
  expected: string | null;
  message: string | null;
  console: string;
};

/** An item as the candidate may see it. */
export const itemView = (item: ItemBase): CandidateItem => candidateSideOf(item).view(item);

/** @throws Refusal `invalid_answer` with every violation, where `value` is no answer to the item */
export function requireAnswer(item: ItemBase, value: Json): Json {
  const parsed = candidateSideOf(item).parseAnswer(item, value);
  if ("answer" in parsed) return parsed.answer;
  const violations = parsed.violations.map((violation) => ({ ...violation, path: `value${violation.path}` }));
  throw new Refusal("invalid_answer", "The value is no answer to this item.", { violations });
}

/** What "run" runs; undefined where the item has nothing to run. */
export const exampleJobs = (item: ItemBase, answer: Json): SandboxJob[] | undefined =>
  candidateSideOf(item).exampleJobs?.(item, answer);
