import type { Violation } from "../domain/foundation/refusal.ts";
import type { CodingPart } from "../domain/grading/coding/schema.ts";
import { type ExampleRun, exampleRuns } from "../domain/grading/example-runs.ts";
import { exampleJobsOf, referenceAnswerOf } from "../domain/grading/registry.ts";
import type { AnyItem } from "../domain/grading/schemas.ts";
import type { SqlPart } from "../domain/grading/sql/schema.ts";
import { joinPath } from "../domain/playbook/path.ts";
import type { PlacedItem } from "../domain/playbook/placed-items.ts";
import type { Sandbox } from "../ports/sandbox.ts";

/** A task with shown examples, with its path in the playbook: an item, or a part of one. */
type Shown = { item: CodingPart | SqlPart; path: string };

/** Whether the reference of an item, or of its parts, gives what the shown examples promise to candidates. */
export async function proveExamples(placed: PlacedItem, sandbox: Sandbox): Promise<Violation[]> {
  return (await Promise.all(shownIn(placed).map((shown) => proveShown(shown, sandbox)))).flat();
}

function shownIn({ item, path }: PlacedItem): Shown[] {
  const tasks: { item: AnyItem | CodingPart | SqlPart | { type: string }; path: string }[] =
    item.type === "parts"
      ? item.parts.map((part, index) => ({ item: part, path: `${path}.parts[${index}]` }))
      : [{ item, path }];
  return tasks.filter((task): task is Shown => task.item.type === "coding" || task.item.type === "sql");
}

async function proveShown({ item, path }: Shown, { run }: Sandbox): Promise<Violation[]> {
  const answer = referenceAnswerOf(item);
  const observations = await Promise.all(exampleJobsOf(item, answer).map((job) => run(job)));
  return exampleRuns(item, answer, observations)
    .filter(({ passed }) => !passed)
    .map((example) => unkept(joinPath(path, `examples[${placeOf(item, example.id)}]`), example));
}

const placeOf = (item: Shown["item"], id: string): number => item.examples.findIndex((example) => example.id === id);

const unkept = (path: string, { outcome, actual, expected, message }: ExampleRun): Violation => ({
  path,
  message: `the reference gives ${actual ?? message ?? outcome}, the example promises ${expected}`,
  remedy: "correct the example, or the reference",
});
