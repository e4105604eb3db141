import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { fromLocal, toLocal } from "../../../../shared/local-time.ts";
import { useChange } from "../../../api/hooks.ts";
import { fieldErrors } from "../../../api/problem-words.ts";
import type { Session } from "../../../api/types.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { TextField } from "../../../parts/field.tsx";
import { say } from "../../../parts/toasts.tsx";

export function Extend({ session, close }: { session: Session; close: () => void }): JSX.Element {
  const change = useChange("extend-session", { session: session.id });
  const [until, setUntil] = useState(toLocal(session.expires_at));
  const run = async () => {
    await change.run({ expires_at: fromLocal(until) });
    say("The session is extended.");
  };
  return (
    <Confirm title="Until when may it be taken?" action="Extend" {...change} run={run} close={close}>
      <p>The link the candidate has stays the same. A section that runs keeps its own deadline.</p>
      <TextField
        label="May be started until"
        hint="On your clock."
        type="datetime-local"
        required
        value={until}
        change={setUntil}
        error={fieldErrors(change.error)["expires_at"]}
      />
    </Confirm>
  );
}
