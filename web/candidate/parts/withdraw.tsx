import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { CandidateSession } from "../session.ts";

/** The way out, with one question before it. */
export function Withdraw({ session }: { session: CandidateSession }): JSX.Element {
  const [asking, ask] = useState(false);
  if (!asking) {
    return (
      <p>
        <button type="button" class="link" onClick={() => ask(true)}>
          Withdraw from this assessment
        </button>
      </p>
    );
  }
  return (
    <div class="withdraw" role="alert">
      <p>Withdraw for good? The assessment closes and will not be scored.</p>
      <p class="steps">
        <button type="button" class="button button-quiet" onClick={() => ask(false)}>
          Stay
        </button>
        <button type="button" class="button button-danger" onClick={() => void session.withdraw()}>
          Withdraw
        </button>
      </p>
    </div>
  );
}
