import type { ExactText } from "../foundation/exact.ts";
import type { Json } from "../foundation/json.ts";
import type { Violation } from "../foundation/refusal.ts";
import type { Observation, SandboxJob } from "./sandbox.ts";

/** What every item has, whatever its type. `prompt` is light Markdown (paragraphs, lists, code, emphasis). */
export type ItemBase = {
  id: string;
  type: string;
  title: string;
  points: ExactText;
  prompt: string;
  /** The categories this item is evidence for; left out: all of it in the section's category. Shares sum to 1. */
  shares?: { category: string; share: ExactText }[] | undefined;
  /** A failure that matters by itself: fewer points than `below` fires the gate or raises the flag named. */
  critical?: { below: ExactText; gate?: string | undefined; flag?: string | undefined } | undefined;
  /** A disputed item never feeds a gate. */
  disputed?: boolean | undefined;
  /** The variant in which a session asks the item, where it has several. */
  variant?: string | undefined;
};

/**
 * `graded`: the points stand. `needs_review`: the points stand for now, a person must look.
 * `not_gradable`: our fault (an engine failed); never a zero, treated like a void item.
 */
export type GradeOutcome = "graded" | "needs_review" | "not_gradable";

/** One line of a grade's working: a code with data for machines, a sentence for people. */
export type WorkingLine = { code: string; data: { [key: string]: Json }; text: string; points?: ExactText };

/** What a grader says of one answer. */
export type Marking = {
  points: ExactText;
  /** Points that an unclear check holds open: they count 0 and widen the bounds upwards. `"0"` where none are. */
  open: ExactText;
  outcome: GradeOutcome;
  working: WorkingLine[];
};

/** A marking together with what it was made from: the payload of a `grade.recorded` entry. */
export type Grade = Marking & {
  item: string;
  section: string;
  max: ExactText;
  /** Id and version of the grader, for example `coding/1`. */
  grader: string;
  /** What the sandboxes saw; empty for items that run nothing. */
  evidence: Observation[];
};

/** A claim about an item that `check` proves with the item's own grader before a playbook is published. */
export type Proof = {
  /** For example `reference solution`, `wrong specimen "ignores refunds"`, `empty answer`. */
  name: string;
  path: string;
  answer: Json;
  expects: { points: ExactText } | { at_most: ExactText };
};

/**
 * One item type: a room of its own under `shared/domain/grading/<type>/`. Everything is pure; what must be run
 * is asked for by `jobs()` and comes back as observations in the same order.
 */
export interface ItemType<Item extends ItemBase = ItemBase, Answer = Json> {
  readonly type: Item["type"];
  /** Id and version of the grader; a change of its arithmetic is a new version. */
  readonly grader: string;
  /** The candidate's view: built by listing allowed fields, so that no key, rubric or hidden test can slip through. */
  view(item: Item): CandidateItem;
  /** @returns the answer, or the violations of a value that is no answer to this item. `null` (cleared) never gets here. */
  parseAnswer(item: Item, value: unknown): { answer: Answer } | { violations: Violation[] };
  /** What to run for an answer, expected values left out. Most types run nothing. */
  jobs(item: Item, answer: Answer): SandboxJob[];
  /** What "run" in the candidate's page runs: shown examples only; `undefined` where the type has nothing to run. */
  exampleJobs?(item: Item, answer: Answer): SandboxJob[];
  /** Grades an answer; `null` is an empty answer and scores 0. Never throws. */
  grade(item: Item, answer: Answer | null, observations: Observation[]): Marking;
  /** Violations that the item's schema can't say (paths relative to the item). */
  check(item: Item): Violation[];
  /** What has to be true of the item's keys, specimens and trivial answers; the reference's proof comes first. */
  proofs(item: Item): Proof[];
  /** An answer that scores full points with nothing unclear. */
  referenceAnswer(item: Item): Json;
}

/** The common part of what a candidate's page gets to draw an item; each type adds its own allowed fields. */
export type CandidateItem = { id: string; type: string; title: string; points: ExactText; prompt: string } & {
  [field: string]: Json;
};
