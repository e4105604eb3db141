import { canonicalJson, type Json } from "../foundation/json.ts";
import { candidateItem } from "../grading/candidate-sides.ts";
import type { ItemBase } from "../grading/contract.ts";
import type { Digest } from "../journal/entry.ts";
import { requireItem } from "../session/lookup.ts";
import type { RecordedGrade, ReviewCause } from "../session/people-facts.ts";
import type { Grading, OpenReview } from "../session/people-state.ts";
import type { SessionState, Situation } from "../session/state.ts";
import { withoutName } from "./blot.ts";
import { markedBy, seenOf } from "./own-marks.ts";
import { criteriaOf } from "./reviewed-grade.ts";
import { type RubricCriterion, rubricOf } from "./rubric.ts";

/** One grade that needs a person, as a reviewer sees it. */
export type BlindItem = {
  item: string;
  section: string;
  title: string;
  type: string;
  prompt: string;
  max: string;
  /** The item as the candidate saw it. */
  task: { [field: string]: Json };
  /** What can be graded by itself; empty where only the whole item can. */
  criteria: RubricCriterion[];
  answer: Json;
  opened_at: string;
  closed: boolean;
  /** The candidate's objection to this grade, where there is one. */
  objection: string | null;
  /** Whether the reviewer has marked all of it. */
  complete: boolean;
  /** The reviewer's own grade. The machine's is hidden until it is in, criterion by criterion. */
  own: RecordedGrade | null;
  machine: RecordedGrade | null;
  because: ReviewCause[] | null;
};

export type BlindView = { session: string; items: BlindItem[] };

/**
 * The grades of a session that need or needed a person, without name, address or place: the order of the sections is
 * shuffled by the session's logged seed, another one for each reviewer.
 */
export function blindView({ state, playbook }: Omit<Situation, "now">, reviewer: string, digest: Digest): BlindView {
  const rank = (section: string) => digest(canonicalJson([state.review_seed, "order", reviewer, section]));
  const sections = playbook.sections.map(({ id }) => id).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const items = [...state.reviews.values()]
    .map((review) => blindItem(review, { ...requireItem(playbook, review.item), state, reviewer }))
    .sort((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section));
  return { session: state.id, items };
}

type Place = { item: ItemBase; section: { id: string }; state: SessionState; reviewer: string };

function blindItem(review: OpenReview, { item, section, state, reviewer }: Place): BlindItem {
  const gradings = state.gradings.get(item.id) ?? [];
  const machine = lastOf(gradings, ({ grade }) => grade.review === undefined);
  const marked = markedBy(gradings, reviewer);
  return {
    ...{ item: item.id, section: section.id, title: item.title, type: item.type, prompt: item.prompt },
    ...{ max: item.points, task: candidateItem(item) },
    criteria: gradable(item, machine),
    answer: withoutName(state.answers.get(item.id)?.value ?? null, state.candidate),
    opened_at: review.opened_at,
    closed: review.closed !== null,
    objection: state.objection?.item === item.id ? String(withoutName(state.objection.text, state.candidate)) : null,
    complete: marked === "all",
    own: seen(
      lastOf(gradings, ({ grade, actor }) => actor === reviewer && grade.review !== undefined),
      marked,
    ),
    machine: seen(machine, marked),
    because: marked === "nothing" ? null : [...review.because],
  };
}

const seen = (grade: RecordedGrade | null, marked: ReturnType<typeof markedBy>): RecordedGrade | null =>
  grade && seenOf(grade, marked);

/** The criteria of the rubric for which the machine's grade has a line. */
function gradable(item: ItemBase, machine: RecordedGrade | null): RubricCriterion[] {
  const graded = new Set(criteriaOf(machine?.working ?? []).map(({ id }) => id));
  return rubricOf(item).filter(({ id }) => graded.has(id));
}

const lastOf = (gradings: readonly Grading[], wanted: (grading: Grading) => boolean): RecordedGrade | null =>
  gradings.findLast(wanted)?.grade ?? null;
