import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useChange } from "../../../api/hooks.ts";
import type { AnswerOf } from "../../../api/types.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { AreaField, SelectField } from "../../../parts/field.tsx";
import { say } from "../../../parts/toasts.tsx";

/** A red flag of the playbook, as whoever raises it needs to know it. */
export type KnownFlag = AnswerOf<"read-interview">["red_flags"][number];

type RaiseFlagProps = { session: string; known: readonly KnownFlag[]; close: () => void };

/** Raises a flag of the playbook with the observation it rests on. */
export function RaiseFlag({ session, known, close }: RaiseFlagProps): JSX.Element {
  const change = useChange("raise-flag", { session });
  const [id, choose] = useState(known[0]?.id ?? "");
  const [observation, setObservation] = useState("");
  const chosen = known.find((flag) => flag.id === id);
  const run = async () => {
    await change.run({ flag: id, observation: observation.trim() });
    say("The red flag is raised. Another person answers it.");
  };
  return (
    <Confirm title="Raise a red flag" action="Raise the flag" {...change} run={run} close={close}>
      <SelectField
        label="Which one"
        value={id}
        change={choose}
        options={known.map((flag) => [flag.id, flag.title] as const)}
      />
      {chosen && (
        <div class="hint">
          <p>{chosen.description}</p>
          {chosen.signs.length > 0 && (
            <ul class="bullets">
              {chosen.signs.map((sign) => (
                <li key={sign}>{sign}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <AreaField
        label="What was said or done"
        hint="Quote it as closely as you can. Whoever confirms or lifts the flag goes by this."
        required
        maxLength={2_000}
        rows={4}
        value={observation}
        change={setObservation}
      />
    </Confirm>
  );
}
