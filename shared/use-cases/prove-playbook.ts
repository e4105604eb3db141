import { compare, exact } from "../domain/foundation/exact.ts";
import type { Json } from "../domain/foundation/json.ts";
import type { Violation } from "../domain/foundation/refusal.ts";
import { snippetJobs, unprovenRuns } from "../domain/grading/code_reading/runs.ts";
import type { CodeReadingPart } from "../domain/grading/code_reading/schema.ts";
import type { ItemBase, Marking, Proof } from "../domain/grading/contract.ts";
import { gradeItem, jobsOf, parseAnswer, proofsOf } from "../domain/grading/registry.ts";
import type { SandboxJob } from "../domain/grading/sandbox.ts";
import type { AnyItem } from "../domain/grading/schemas.ts";
import { joinPath } from "../domain/playbook/path.ts";
import { type PlacedItem, placedItems } from "../domain/playbook/placed-items.ts";
import type { AuthoredPlaybook } from "../domain/playbook/schema.ts";
import type { Ports } from "./ports.ts";

/**
 * Proves the keys of a playbook with the graders and sandboxes that will grade its candidates: references score full
 * with nothing unclear, empty answers 0, specimens what their author wrote, trivial answers next to nothing, and
 * snippets do what is claimed of them.
 *
 * The function leaves out the items that `skip` says yes to, by their path.
 */
export const playbookProofs = (ports: Pick<Ports, "sandbox">) => {
  const run = (jobs: readonly SandboxJob[]) => Promise.all(jobs.map((job) => ports.sandbox.run(job)));

  async function mark(item: ItemBase, answer: Json): Promise<Marking | Violation[]> {
    const parsed = parseAnswer(item, answer);
    if ("violations" in parsed) return parsed.violations;
    return gradeItem({ item, section: "", answer, observations: await run(jobsOf(item, answer)) });
  }

  async function proveOne({ item, path }: PlacedItem, proof: Proof): Promise<Violation[]> {
    const marking = await mark(item, proof.answer);
    const failure = Array.isArray(marking) ? notAnAnswer(marking) : unproven(proof, marking, item);
    return failure === undefined ? [] : [violationOf(joinPath(path, proof.path), proof, failure)];
  }

  async function proveSnippet({ item, path }: PlacedSnippet): Promise<Violation[]> {
    const violations = unprovenRuns(item, await run(snippetJobs(item)));
    return violations.map((violation) => ({ ...violation, path: joinPath(path, violation.path) }));
  }

  /** One proof after the other, so that a publication takes no more of the sandboxes than an item's candidates do. */
  async function proveItem(placed: PlacedItem): Promise<Violation[]> {
    const violations: Violation[] = [];
    for (const proof of proofsOf(placed.item)) violations.push(...(await proveOne(placed, proof)));
    for (const snippet of snippetsOf(placed)) violations.push(...(await proveSnippet(snippet)));
    return violations;
  }

  return async (
    playbook: AuthoredPlaybook<AnyItem>,
    skip: (path: string) => boolean = () => false,
  ): Promise<Violation[]> => {
    const wanted = placedItems(playbook).filter(({ path }) => !skip(path));
    return (await Promise.all(wanted.map(proveItem))).flat();
  };
};

type PlacedSnippet = { item: CodeReadingPart; path: string };

/** The code readings of an item: itself, or some of its parts. */
function snippetsOf({ item, path }: PlacedItem): PlacedSnippet[] {
  if (item.type === "code_reading") return [{ item, path }];
  if (item.type !== "parts") return [];
  return item.parts.flatMap((part, index) =>
    part.type === "code_reading" ? [{ item: part, path: `${path}.parts[${index}]` }] : [],
  );
}

const notAnAnswer = (violations: readonly Violation[]): string =>
  `this is no answer to the item: ${violations.map(({ path, message }) => `${path} ${message}`.trim()).join("; ")}`;

/** Why a marking isn't what the proof expects; undefined where it is. */
function unproven({ expects }: Proof, marking: Marking, item: ItemBase): string | undefined {
  if (marking.outcome === "not_gradable") return `it couldn't be graded: ${workingOf(marking)}`;
  const points = exact(marking.points);
  if ("at_most" in expects) {
    if (compare(points, exact(expects.at_most)) <= 0) return undefined;
    return `it scores ${marking.points}, more than ${expects.at_most}`;
  }
  const isFull = compare(exact(expects.points), exact(item.points)) === 0;
  if (compare(points, exact(expects.points)) !== 0) {
    return `it scores ${marking.points} of ${item.points}, not ${expects.points}: ${workingOf(marking)}`;
  }
  return isFull && marking.outcome !== "graded" ? `it leaves something unclear: ${workingOf(marking)}` : undefined;
}

const workingOf = ({ working }: Marking): string => working.map(({ text }) => text).join(" ");

const violationOf = (path: string, { name, expects }: Proof, failure: string): Violation => ({
  path,
  message: `${name}: ${failure}`,
  remedy:
    "at_most" in expects
      ? "add tests, or group them, so that an answer that ignores the task earns next to nothing"
      : "correct the key, or the points that are claimed",
});
