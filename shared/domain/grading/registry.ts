import type { Json } from "../foundation/json.ts";
import type { Violation } from "../foundation/refusal.ts";
import { bestWorst } from "./best_worst/index.ts";
import { codeReading } from "./code_reading/index.ts";
import { coding } from "./coding/index.ts";
import type { Grade, ItemBase, ItemType, Marking, Proof } from "./contract.ts";
import { notGradable } from "./marking.ts";
import { matching } from "./matching/index.ts";
import { multiSelect } from "./multi_select/index.ts";
import { numeric } from "./numeric/index.ts";
import { parts } from "./parts/index.ts";
import { ranking } from "./ranking/index.ts";
import type { Observation, SandboxJob } from "./sandbox.ts";
import type { AnyItem } from "./schemas.ts";
import { shortText } from "./short_text/index.ts";
import { singleChoice } from "./single_choice/index.ts";
import { sql } from "./sql/index.ts";
import { written } from "./written/index.ts";

export { candidateItem, exampleJobsOf, parseAnswer } from "./candidate-sides.ts";
export type { AnyItem } from "./schemas.ts";

/** Every item type with its grader. To add a type: a room of its own, a line here, in `schemas.ts` and `candidate-sides.ts`. */
export const itemTypes = {
  numeric,
  short_text: shortText,
  single_choice: singleChoice,
  multi_select: multiSelect,
  best_worst: bestWorst,
  ranking,
  matching,
  code_reading: codeReading,
  parts,
  coding,
  sql,
  written,
} satisfies { [Type in AnyItem["type"]]: ItemType<Extract<AnyItem, { type: Type }>, Json> };

/** The type of an item, with its grader. @throws TypeError when there is no such type. */
export function typeOf(item: ItemBase): ItemType {
  const types: { [type: string]: ItemType } = itemTypes;
  const type = Object.hasOwn(types, item.type) ? types[item.type] : undefined;
  if (!type) throw new TypeError(`there is no item type ${item.type}`);
  return type;
}

/** What to run before an answer can be graded; nothing for most types, and for an answer that isn't one. */
export function jobsOf(item: ItemBase, answer: Json): SandboxJob[] {
  const type = typeOf(item);
  const parsed = answer === null ? undefined : type.parseAnswer(item, answer);
  return parsed && "answer" in parsed ? type.jobs(item, parsed.answer) : [];
}

type Grading = { item: ItemBase; section: string; answer: Json; observations: readonly Observation[] };

/**
 * Grades an answer; `null` is an empty one, `observations` come in the order of {@link jobsOf}.
 * Never throws: a fault of ours is `not_gradable`, a value that is no answer scores 0.
 */
export function gradeItem({ item, section, answer, observations }: Grading): Grade {
  const marking = mark(item, answer, observations);
  return {
    ...marking,
    item: item.id,
    section,
    max: item.points,
    grader: typeOf(item).grader,
    evidence: [...observations],
  };
}

function mark(item: ItemBase, answer: Json, observations: readonly Observation[]): Marking {
  try {
    const type = typeOf(item);
    const parsed = answer === null ? undefined : type.parseAnswer(item, answer);
    if (parsed && "violations" in parsed) return noAnswer(parsed.violations);
    return type.grade(item, parsed?.answer ?? null, [...observations]);
  } catch (error) {
    return notGradable("the grader failed", { error: String(error) });
  }
}

const noAnswer = (violations: Violation[]): Marking => ({
  points: "0",
  open: "0",
  outcome: "graded",
  working: violations.map(({ path, message }) => ({
    code: "no_answer",
    data: { path },
    text: `This is no answer to the item: ${message}.`,
    points: "0",
  })),
});

/** Violations of an item that its schema can't say; paths are relative to the item. */
export const checkItem = (item: ItemBase): Violation[] => typeOf(item).check(item);

/** What has to be true of the item's keys, specimens and trivial answers. */
export const proofsOf = (item: ItemBase): Proof[] => typeOf(item).proofs(item);

/** An answer that scores full points with nothing unclear. */
export const referenceAnswerOf = (item: ItemBase): Json => typeOf(item).referenceAnswer(item);
