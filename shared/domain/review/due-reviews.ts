import { add, compare, exact, exactText, maximum, minimum, subtract, ZERO } from "../foundation/exact.ts";
import { canonicalJson } from "../foundation/json.ts";
import type { ItemBase } from "../grading/contract.ts";
import type { Digest } from "../journal/entry.ts";
import type { Playbook } from "../playbook/schema.ts";
import { bandOf } from "../scoring/recommendation.ts";
import { score } from "../scoring/score.ts";
import { scoreInputsOf } from "../scoring/session-result.ts";
import type { DueReview, ReviewCause } from "../session/people-facts.ts";
import type { SessionState } from "../session/state.ts";

/** One grade in ten is looked at by a person whatever it says. */
const SAMPLED_SHARE = 0.1;
const ONE = exact("1");

/** How the sample is drawn: by a seed that the journal holds, so that anybody can draw it again. */
export type Sample = { seed: string; digest: Digest };

/**
 * The grades of a session that need a person and for which no review was opened yet, in the playbook's order: those
 * that need a review by themselves, written answers that decide a gate or lie within one point of a band's edge, and
 * with `sample` every tenth.
 */
export function dueReviews(state: SessionState, playbook: Playbook, sample?: Sample): DueReview[] {
  return playbook.sections
    .flatMap(({ items }) => items)
    .filter(({ id }) => !state.reviews.has(id) && state.grades.get(id)?.review === undefined)
    .map((item) => ({ item: item.id, because: causesOf(item, { state, playbook }, sample) }))
    .filter(({ because }) => because.length > 0);
}

type Standing = { state: SessionState; playbook: Playbook };

function causesOf(item: ItemBase, standing: Standing, sample: Sample | undefined): ReviewCause[] {
  const { state } = standing;
  const isRead = isWritten(item) && (state.answers.get(item.id)?.value ?? null) !== null;
  return [
    ...causeIf("needs_review", state.grades.get(item.id)?.outcome === "needs_review"),
    ...causeIf("decides_gate", isRead && decidesGate(item, standing)),
    ...causeIf("near_band", isRead && isNearBand(item, standing)),
    ...causeIf("sampled", sample !== undefined && isSampled(item, sample)),
  ];
}

const causeIf = (cause: ReviewCause, holds: boolean): ReviewCause[] => (holds ? [cause] : []);

/** Whether an item asks for prose: itself, or in one of its parts. */
function isWritten(item: ItemBase & { parts?: readonly { type: string }[] }): boolean {
  return item.type === "written" || (item.parts ?? []).some(({ type }) => type === "written");
}

/** Whether a gate would fire otherwise if this item had earned nothing, or everything. */
function decidesGate(item: ItemBase, standing: Standing): boolean {
  const fired = ({ gates }: ReturnType<typeof scoreWith>) =>
    gates
      .filter((gate) => gate.fired)
      .map(({ id }) => id)
      .join(" ");
  const now = fired(scoreWith(item, standing));
  return ["0", item.points].some((points) => fired(scoreWith(item, standing, points)) !== now);
}

/** Whether the score lies within a point of a band's edge, or a point of this item would move it into another band. */
function isNearBand(item: ItemBase, standing: Standing): boolean {
  const { score: figure } = scoreWith(item, standing);
  if (figure === null) return false;
  const { playbook, state } = standing;
  const points = exact(state.grades.get(item.id)?.points ?? "0");
  const around = [maximum(ZERO, subtract(points, ONE)), minimum(exact(item.points), add(points, ONE))];
  const bandWith = (given: string) => bandOf(playbook, scoreWith(item, standing, given).score ?? figure).from;
  return (
    isAtEdge(figure, playbook) || around.some((given) => bandWith(exactText(given)) !== bandOf(playbook, figure).from)
  );
}

function isAtEdge(figure: string, { bands }: Playbook): boolean {
  const value = exact(figure);
  const edges = bands.map(({ from }) => exact(from)).filter((edge) => compare(edge, ZERO) > 0);
  return edges.some((edge) => compare(subtract(maximum(edge, value), minimum(edge, value)), ONE) <= 0);
}

/** The score, with other points for one item where they are given. */
function scoreWith({ id }: ItemBase, { state, playbook }: Standing, points?: string) {
  const inputs = scoreInputsOf(state, playbook);
  if (points === undefined) return score(inputs);
  const grades = inputs.grades.map((grade) => (grade.item === id ? { ...grade, points } : grade));
  return score({ ...inputs, grades });
}

/** A digest's first 32 bits as a part of one. */
function isSampled({ id }: ItemBase, { seed, digest }: Sample): boolean {
  return Number.parseInt(digest(canonicalJson([seed, "sample", id])).slice(0, 8), 16) / 2 ** 32 < SAMPLED_SHARE;
}
