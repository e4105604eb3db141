import type { JSX } from "preact";

/** How much of something there is, as a bar; what it says stands beside it in figures. */
export const Share = ({ of, max }: { of: number; max: number }): JSX.Element => (
  <span class="share" aria-hidden="true">
    <span class="share-part" style={{ width: `${max > 0 ? (100 * of) / max : 0}%` }} />
  </span>
);
