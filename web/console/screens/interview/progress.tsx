import type { JSX } from "preact";
import { counted } from "../../../shared/words.ts";

/** How many cards are locked of how many it takes. */
export const Progress = ({ locked, min_raters }: { locked: number; min_raters: number }): JSX.Element => (
  <span class="card-progress">
    <span class="card-dots" aria-hidden="true">
      {Array.from({ length: Math.max(locked, min_raters) }, (_, place) => (
        <span key={place} class={place < locked ? "is-locked" : undefined} />
      ))}
    </span>
    {progressWords(locked, min_raters)}
  </span>
);

const progressWords = (locked: number, needed: number): string =>
  locked > needed
    ? `${counted(locked, "scorecard")} locked, ${needed} needed`
    : `${locked} of ${counted(needed, "scorecard")} locked`;
