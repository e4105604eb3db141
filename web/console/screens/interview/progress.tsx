import type { JSX } from "preact";

/** How many cards are locked of how many it takes. */
export const Progress = ({ locked, min_raters }: { locked: number; min_raters: number }): JSX.Element => (
  <span class="card-progress">
    <span class="card-dots" aria-hidden="true">
      {Array.from({ length: Math.max(locked, min_raters) }, (_, place) => (
        <span key={place} class={place < locked ? "is-locked" : undefined} />
      ))}
    </span>
    {locked} of {min_raters} {min_raters === 1 ? "scorecard" : "scorecards"} locked
  </span>
);
