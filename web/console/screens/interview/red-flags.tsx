import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { isLegal } from "#shared/domain/session/transitions.ts";
import type { Session } from "../../api/types.ts";
import { useMay } from "../../may.ts";
import { type KnownFlag, RaiseFlag } from "../session/judgement/raise-flag.tsx";

type RedFlagsProps = { session: Session; known: readonly KnownFlag[] };

/** What to watch out for, and the way to raise it; whether somebody raised one isn't told, so that it doesn't sway. */
export function RedFlags({ session, known }: RedFlagsProps): JSX.Element | null {
  const may = useMay("raise-flag") && isLegal(session.status, "flag.raised");
  const [raising, raise] = useState(false);
  if (known.length === 0) return null;
  return (
    <section class="kit-category" aria-labelledby="red-flags">
      <header class="kit-head">
        <h2 id="red-flags">Red flags</h2>
        <p class="hint">Raise one with what was observed. Another person confirms or lifts it.</p>
        <details class="kit-shown">
          <summary>What they are</summary>
          <dl class="kit-flags">
            {known.map(({ id, title, description }) => (
              <div key={id}>
                <dt>{title}</dt>
                <dd>{description}</dd>
              </div>
            ))}
          </dl>
        </details>
      </header>
      {may && (
        <p>
          <button type="button" class="button button-quiet" onClick={() => raise(true)}>
            Raise a red flag
          </button>
        </p>
      )}
      {raising && <RaiseFlag session={session.id} known={known} close={() => raise(false)} />}
    </section>
  );
}
