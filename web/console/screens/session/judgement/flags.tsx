import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { isLegal } from "#shared/domain/session/transitions.ts";
import { useRead } from "../../../api/hooks.ts";
import type { Session } from "../../../api/types.ts";
import { useMay } from "../../../may.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { FlagCard } from "./flag-card.tsx";
import { type KnownFlag, RaiseFlag } from "./raise-flag.tsx";

type FlagsProps = { session: Session; known: readonly KnownFlag[] };

/** Every raising of a red flag with what became of it, and the way to raise one. */
export function Flags({ session, known }: FlagsProps): JSX.Element {
  const flags = useRead("read-flags", { session: session.id });
  const mayRaise = useMay("raise-flag");
  const open = isLegal(session.status, "flag.raised");
  const [raising, raise] = useState(false);
  return (
    <section class="panel" aria-labelledby="flags-title">
      <div class="panel-head">
        <h2 id="flags-title">Red flags</h2>
        {mayRaise && open && known.length > 0 && (
          <button type="button" class="button button-quiet" onClick={() => raise(true)}>
            Raise a red flag
          </button>
        )}
      </div>
      <p class="hint">
        One person raises a flag with what was observed; another confirms or lifts it. A confirmed flag can be
        overridden by a further person. Every step keeps its reason.
      </p>
      {!open && <p class="hint">{CLOSED[session.status] ?? "The session is over: its red flags stay as they are."}</p>}
      <Loaded of={flags}>
        {({ data }) => (
          <>
            {data.length === 0 && <p class="nothing-yet">No red flag was raised.</p>}
            {data.map((flag) => (
              <FlagCard key={flag.id ?? flag.flag} flag={flag} session={session} open={open} />
            ))}
          </>
        )}
      </Loaded>
      {raising && <RaiseFlag session={session.id} known={known} close={() => raise(false)} />}
    </section>
  );
}

const CLOSED: { [S in Session["status"]]?: string } = {
  invited: "Flags can be raised once the assessment has begun.",
  decided: "The session is decided: its red flags stay as they are.",
};
