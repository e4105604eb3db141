import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useChange } from "../../../api/hooks.ts";
import type { Session } from "../../../api/types.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { accommodationOf, type ExtraTime, ExtraTimeFields, NO_EXTRA_TIME } from "../../../parts/extra-time.tsx";
import { say } from "../../../parts/toasts.tsx";

export function GiveTime({ session, close }: { session: Session; close: () => void }): JSX.Element {
  const change = useChange("accommodate-session", { session: session.id });
  const [time, setTime] = useState<ExtraTime>({ ...NO_EXTRA_TIME, kind: "multiplier", amount: "1.5" });
  const run = async () => {
    await change.run({ accommodation: accommodationOf(time) ?? null });
    say("The extra time is set.");
  };
  return (
    <Confirm title="Give extra time" action="Set the extra time" {...change} run={run} close={close}>
      <p>
        It replaces what was set before and holds for the section that runs, too. “None” takes it back for the sections
        that are not open yet.
      </p>
      <ExtraTimeFields value={time} change={setTime} />
    </Confirm>
  );
}
