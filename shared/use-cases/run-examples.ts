import type { Json } from "../domain/foundation/json.ts";
import { Refusal } from "../domain/foundation/refusal.ts";
import { exampleJobsOf } from "../domain/grading/candidate-sides.ts";
import { type ExampleRun, exampleRuns } from "../domain/grading/example-runs.ts";
import { wellFormed } from "../domain/session/decide-save.ts";
import { requireItem } from "../domain/session/lookup.ts";
import type { Situation } from "../domain/session/state.ts";
import { requireLegal } from "../domain/session/transitions.ts";
import type { Ports } from "./ports.ts";
import { requireAnswer } from "./require-answer.ts";

export const MAX_EXAMPLE_RUNS = 300;

/**
 * Runs a value against an item's shown examples, on the engine that grades. Nothing of it is kept.
 *
 * @throws Refusal `item_not_found`, `wrong_status`, `section_not_open`, `section_closed`, `invalid_answer`,
 * `nothing_to_run`, `too_many_runs`
 */
export const runExamples =
  (ports: Pick<Ports, "sessions" | "sandbox" | "usage">) =>
  async (input: { session: string; item: string; value: Json }): Promise<{ runs: ExampleRun[] }> => {
    const item = openItem(await ports.sessions.read(input.session), input.item);
    const answer = requireAnswer(item, wellFormed(input.value));
    const jobs = exampleJobsOf(item, answer);
    if (jobs.length === 0)
      throw new Refusal("nothing_to_run", "There is nothing to run: the answer is empty, or the item has no examples.");
    if ((await ports.usage.count(input.session, "example_runs")) > MAX_EXAMPLE_RUNS) {
      throw new Refusal("too_many_runs", `Examples can be run ${MAX_EXAMPLE_RUNS} times in a session.`);
    }
    const observations = await Promise.all(jobs.map((job) => ports.sandbox.run(job)));
    return { runs: exampleRuns(item, answer, observations) };
  };

function openItem({ state, playbook }: Situation, id: string) {
  const { section, item } = requireItem(playbook, id);
  requireLegal(state, "answer.saved");
  const progress = state.sections.get(section.id);
  if (!progress) throw new Refusal("section_not_open", `The section "${section.title}" is not open yet.`);
  if (progress.closed) throw new Refusal("section_closed", `The section "${section.title}" is closed.`);
  return item;
}
