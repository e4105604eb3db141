import type { Playbook } from "../playbook/schema.ts";
import type { SessionState } from "../session/state.ts";
import type { Result } from "./result.ts";
import { score } from "./score.ts";

/**
 * The next result of a session, from what its journal holds so far: the payload of a `result.computed` entry made at
 * `at`. Whoever verifies a journal calls it with the state before that entry and gets the same bytes.
 *
 * @throws Refusal as {@link score} does
 */
export function sessionResult(state: SessionState, playbook: Playbook, at: string): Result {
  return score({
    playbook,
    stage: "provisional",
    grades: [...state.grades.values()],
    ended: state.status === "voided" || state.status === "withdrawn" ? state.status : null,
    session: state.id,
    version: state.results.length + 1,
    computed_at: at,
  });
}
