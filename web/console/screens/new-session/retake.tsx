import type { JSX } from "preact";
import { ApiProblem } from "../../../shared/api-problem.ts";
import { fieldErrors } from "../../api/problem-words.ts";
import { AreaField } from "../../parts/field.tsx";

type RetakeProps = { error: unknown; reason: string; change: (reason: string) => void };

const HINT = "Left empty, nobody is invited. The reason stands in the session's log.";

const isTooEarly = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.code === "retake_too_early";

/** Asked for where the person took the playbook too recently: why they may all the same. */
export function Retake({ error, reason, change }: RetakeProps): JSX.Element | null {
  if (!isTooEarly(error) && reason === "") return null;
  return (
    <fieldset class="panel form">
      <legend>Retake</legend>
      <AreaField
        label="Invite them all the same, because"
        hint={HINT}
        maxLength={2_000}
        rows={3}
        value={reason}
        change={change}
        error={fieldErrors(error)["override_reason"]}
      />
    </fieldset>
  );
}
