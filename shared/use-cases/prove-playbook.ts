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
import type { Sandbox } from "../ports/sandbox.ts";
import { patientSandbox } from "./patient-sandbox.ts";
import type { Ports } from "./ports.ts";
import { proveExamples } from "./prove-examples.ts";

/** An item with all that has to be proven of it, the reference first. */
type Plan = PlacedItem & { reference: Proof; others: Proof[]; snippets: PlacedSnippet[] };

/**
 * Proves the keys of a playbook with the graders and sandboxes that will grade its candidates: references score full
 * with nothing unclear, empty answers 0, specimens what their author wrote, trivial answers next to nothing, snippets do
 * what is claimed of them, and shown examples promise what the reference gives. Of an item whose reference can't be run, nothing else is tried.
 *
 * The function leaves out the items that `skip` says yes to, by their path.
 */
export const playbookProofs =
  (ports: Pick<Ports, "sandbox">) =>
  async (playbook: AuthoredPlaybook<AnyItem>, skip: (path: string) => boolean = () => false): Promise<Violation[]> => {
    const plans = placedItems(playbook)
      .filter(({ path }) => !skip(path))
      .map(planOf);
    const jobs = plans.flatMap(({ item, reference, others }) => jobsFor(item, [reference, ...others]));
    const sandbox = patientSandbox(ports.sandbox, jobs.length);
    return (await Promise.all(plans.map((plan) => prove(plan, sandbox)))).flat();
  };

function planOf(placed: PlacedItem): Plan {
  const [reference, ...others] = proofsOf(placed.item);
  return { ...placed, reference: reference!, others, snippets: snippetsOf(placed) };
}

const jobsFor = (item: ItemBase, proofs: readonly Proof[]): SandboxJob[] =>
  proofs.flatMap(({ answer }) => jobsOf(item, answer));

async function prove(plan: Plan, sandbox: Sandbox): Promise<Violation[]> {
  const { item, reference, others, snippets } = plan;
  const marking = await mark(item, reference.answer, sandbox);
  const first = judge(plan, reference, marking);
  if (isUnrunnable(marking)) return first;
  const rest = await Promise.all([
    ...others.map(async (proof) => judge(plan, proof, await mark(item, proof.answer, sandbox))),
    ...snippets.map((snippet) => proveSnippet(snippet, sandbox)),
    proveExamples(plan, sandbox),
  ]);
  return [...first, ...rest.flat()];
}

const isUnrunnable = (marking: Marking | Violation[]): boolean =>
  !Array.isArray(marking) && marking.outcome === "not_gradable";

async function mark(item: ItemBase, answer: Json, sandbox: Sandbox): Promise<Marking | Violation[]> {
  const parsed = parseAnswer(item, answer);
  if ("violations" in parsed) return parsed.violations;
  return gradeItem({ item, section: "", answer, observations: await runAll(jobsOf(item, answer), sandbox) });
}

const runAll = (jobs: readonly SandboxJob[], { run }: Sandbox) => Promise.all(jobs.map((job) => run(job)));

function judge({ item, path }: PlacedItem, proof: Proof, marking: Marking | Violation[]): Violation[] {
  const failure = Array.isArray(marking) ? notAnAnswer(marking) : unproven(proof, marking, item);
  return failure === undefined ? [] : [violationOf(joinPath(path, proof.path), proof, failure)];
}

async function proveSnippet({ item, path }: PlacedSnippet, sandbox: Sandbox): Promise<Violation[]> {
  const violations = unprovenRuns(item, await runAll(snippetJobs(item), sandbox));
  return violations.map((violation) => ({ ...violation, path: joinPath(path, violation.path) }));
}

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
