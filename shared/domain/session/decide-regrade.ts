import { sameJson } from "../foundation/json.ts";
import { Refusal } from "../foundation/refusal.ts";
import type { Grade, ItemBase } from "../grading/contract.ts";
import type { Playbook } from "../playbook/schema.ts";
import { SYSTEM } from "./actors.ts";
import type { SessionFact } from "./facts.ts";
import type { RecordedGrade } from "./people-facts.ts";
import { gradingVersion } from "./people-state.ts";
import { type Decision, NOTHING, type SessionState, type Situation } from "./state.ts";
import { requireLegal } from "./transitions.ts";
import { withResult } from "./with-result.ts";

export type RegradeInput = {
  /** The later version as this session presents it. */
  under: Playbook;
  digest: string;
  /** The machine's grades under the later version, of the items that it grades anew. */
  grades: readonly Grade[];
  reason: string;
  actor: string;
};

/**
 * Grades a session by a later version of its playbook. Its earlier grades and results stay in the journal. A session
 * that this version grades already isn't changed.
 *
 * @throws Refusal `wrong_status`, `regrade_unfit` where the session's items aren't those of the version, or where its
 * ratings and flags aren't known there
 */
export function decideRegrade(situation: Situation, input: RegradeInput): Decision {
  const { state, playbook, now } = situation;
  const { under, digest, grades, reason, actor } = input;
  const reference = `${under.id}@${under.version}`;
  if (gradingVersion(state) === reference) return NOTHING;
  requireLegal(state, "session.regraded");
  const unfit = misfit(playbook, under);
  if (unfit) throw new Refusal("regrade_unfit", `The session can't be graded under ${reference}: ${unfit}.`);
  const payload = { playbook: reference, playbook_digest: digest, reason };
  const changed = grades.filter((grade) => changes(state, grade));
  const facts: SessionFact[] = [
    { kind: "session.regraded", at: now, actor, payload },
    ...changed.map((grade): SessionFact => ({ kind: "grade.recorded", at: now, actor: SYSTEM, payload: grade })),
  ];
  return judged({ state, playbook: under, now }, facts, reference);
}

/** The items whose grade a later version makes anew: those it changed, unless a person's grade stands for them. */
export function itemsToRegrade({ state, playbook }: Situation, under: Playbook): { item: ItemBase; section: string }[] {
  return under.sections.flatMap((section) =>
    section.items
      .filter((item) => !sameJson(item, itemOf(playbook, item.id)) && !standsByPerson(state, item))
      .map((item) => ({ item, section: section.id })),
  );
}

/** A person's grade outlives a change of the key, as long as there is as much to earn. */
function standsByPerson({ grades }: SessionState, { id, points }: ItemBase): boolean {
  const grade = grades.get(id);
  return grade?.review !== undefined && grade.max === points;
}

const itemOf = (playbook: Playbook, id: string): ItemBase | undefined =>
  playbook.sections.flatMap(({ items }) => items).find((item) => item.id === id);

const changes = ({ grades }: SessionState, grade: RecordedGrade): boolean => !sameJson(grades.get(grade.item), grade);

/** Why a session of one version can't be graded by another; undefined where it can. */
export function misfit(taken: Playbook, under: Playbook): string | undefined {
  if (taken.id !== under.id) return "it is another playbook";
  const asked = (playbook: Playbook) =>
    playbook.sections.flatMap(({ id, items }) => items.map((item) => [id, item.id, item.type]));
  return sameJson(asked(taken), asked(under)) ? undefined : "it asks other items";
}

function judged(situation: Situation, facts: readonly SessionFact[], reference: string): Decision {
  try {
    return withResult(situation, facts);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal("regrade_unfit", `The session can't be scored under ${reference}: ${error.message}`, {
      violations: error.violations,
    });
  }
}
