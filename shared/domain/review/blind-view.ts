import { canonicalJson, type Json } from "../foundation/json.ts";
import type { ItemBase } from "../grading/contract.ts";
import type { Digest } from "../journal/entry.ts";
import { requireItem } from "../session/lookup.ts";
import type { RecordedGrade, ReviewCause } from "../session/people-facts.ts";
import type { Grading, OpenReview } from "../session/people-state.ts";
import type { SessionState, Situation } from "../session/state.ts";
import { criteriaOf } from "./reviewed-grade.ts";

/** One grade that needs a person, as a reviewer sees it. */
export type BlindItem = {
  item: string;
  section: string;
  title: string;
  type: string;
  prompt: string;
  max: string;
  /** What can be graded by itself; empty where only the whole item can. */
  criteria: { id: string; max: string }[];
  answer: Json;
  opened_at: string;
  closed: boolean;
  /** The candidate's objection to this grade, where there is one. */
  objection: string | null;
  /** The reviewer's own grade; what follows is hidden until it is in. */
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
  const own = lastOf(gradings, (grading) => grading.actor === reviewer && isReview(grading));
  const machine = lastOf(gradings, (grading) => !isReview(grading));
  return {
    ...{ item: item.id, section: section.id, title: item.title, type: item.type, prompt: item.prompt },
    max: item.points,
    criteria: criteriaOf(machine?.working ?? []),
    answer: withoutName(state.answers.get(item.id)?.value ?? null, state),
    opened_at: review.opened_at,
    closed: review.closed !== null,
    objection: state.objection?.item === item.id ? state.objection.text : null,
    own,
    machine: own && machine,
    because: own && [...review.because],
  };
}

const isReview = ({ grade }: Grading): boolean => grade.review !== undefined;

const lastOf = (gradings: readonly Grading[], wanted: (grading: Grading) => boolean): RecordedGrade | null =>
  gradings.findLast(wanted)?.grade ?? null;

/** An answer in which the candidate's own name and address are blotted out: letters are often signed. */
function withoutName(answer: Json, { candidate }: SessionState): Json {
  const words = candidate ? [candidate.email, candidate.name, ...candidate.name.split(/\s+/)] : [];
  const known = words.filter((word) => word.length > 2).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (known.length === 0) return answer;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${known.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return blotted(answer, pattern);
}

function blotted(value: Json, pattern: RegExp): Json {
  if (typeof value === "string") return value.replace(pattern, "█");
  if (Array.isArray(value)) return value.map((element) => blotted(element, pattern));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, blotted(member, pattern)]));
}
