import type { Playbook } from "../playbook/schema.ts";
import type { SessionState } from "../session/state.ts";
import type { Raising, ScoreInputs } from "./inputs.ts";
import { agreedRatings, lockedRatings } from "./locked-ratings.ts";
import type { Result } from "./result.ts";
import { score } from "./score.ts";

/**
 * The next result of a session, from what its journal holds so far: the payload of a `result.computed` entry made at
 * `at`. Whoever verifies a journal calls it with the state before that entry and gets the same bytes.
 *
 * @throws Refusal as {@link score} does
 */
export const sessionResult = (state: SessionState, playbook: Playbook, at: string): Result =>
  score({ ...scoreInputsOf(state, playbook), version: state.results.length + 1, computed_at: at });

/** What the journal of a session gives to its score. Its result is final once the interviews are in. */
export const scoreInputsOf = (state: SessionState, playbook: Playbook): ScoreInputs => ({
  playbook,
  stage: state.finalized_at === null ? "provisional" : "final",
  grades: [...state.grades.values()],
  ratings: lockedRatings(state),
  consensus: agreedRatings(state),
  flags: raisings(state),
  ended: state.status === "voided" || state.status === "withdrawn" ? state.status : null,
  session: state.id,
});

const raisings = ({ flags }: Pick<SessionState, "flags">): Raising[] =>
  [...flags.values()].map(({ id, flag, state, raised_by }) => ({ id, flag, state, raised_by }));
