import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useChange } from "../../../api/hooks.ts";
import type { Session } from "../../../api/types.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { AreaField } from "../../../parts/field.tsx";
import { say } from "../../../parts/toasts.tsx";

export function Cancel({ session, close }: { session: Session; close: () => void }): JSX.Element {
  const change = useChange("cancel-session", { session: session.id });
  const [reason, setReason] = useState("");
  const run = async () => {
    await change.run({ reason: reason.trim() || null });
    say("The session is canceled.");
  };
  return (
    <Confirm
      title="Cancel this session?"
      action="Cancel the session"
      danger
      closeWord="Keep it"
      {...change}
      run={run}
      close={close}
    >
      <p>
        The candidate's link ends at once, also in the middle of a section, and can't be brought back. What was answered
        so far stays in the log.
      </p>
      <AreaField label="Reason (optional)" hint="Stands in the audit log." value={reason} change={setReason} />
    </Confirm>
  );
}
