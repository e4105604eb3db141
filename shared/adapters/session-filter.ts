import type { SessionHead } from "../domain/session/head.ts";
import type { SessionFilter } from "../ports/session-index.ts";

/** Whether a session belongs into a filtered list. */
export function matches(filter: SessionFilter, head: SessionHead): boolean {
  const { status, playbook, graded_by, external_id, updated_since, under_review } = filter;
  return (
    (status === undefined || head.status === status) &&
    (playbook === undefined || isPlaybook(head.playbook, playbook)) &&
    (graded_by === undefined || head.graded_by === graded_by) &&
    (under_review === undefined || head.open_reviews > 0) &&
    (external_id === undefined || head.candidate?.external_id === external_id) &&
    (updated_since === undefined || head.updated_at >= updated_since)
  );
}

/** `wanted` names one version (`id@version`) or all of them (`id`). */
const isPlaybook = (reference: string, wanted: string): boolean =>
  reference === wanted || reference.startsWith(`${wanted}@`);
