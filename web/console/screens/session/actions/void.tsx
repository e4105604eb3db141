import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useChange } from "../../../api/hooks.ts";
import type { Session } from "../../../api/types.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { AreaField } from "../../../parts/field.tsx";
import { say } from "../../../parts/toasts.tsx";

export function Void({ session, close }: { session: Session; close: () => void }): JSX.Element {
  const change = useChange("void-session", { session: session.id });
  const [reason, setReason] = useState("");
  const run = async () => {
    await change.run({ reason: reason.trim() });
    say("The session is void.");
  };
  return (
    <Confirm
      title="Declare this session void?"
      action="Declare it void"
      danger
      closeWord="Keep it"
      {...change}
      run={run}
      close={close}
    >
      <p>
        For when something of ours failed: the session then counts for nobody, its score included, and this can't be
        undone. Invite the candidate anew afterwards.
      </p>
      <AreaField label="What failed" hint="Stands in the audit log." value={reason} change={setReason} required />
    </Confirm>
  );
}
