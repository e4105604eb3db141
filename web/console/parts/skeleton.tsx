import type { JSX } from "preact";

/** Lines that hold the place of what is being read. */
export function Skeleton({ lines }: { lines: number }): JSX.Element {
  return (
    <div class="skeleton" role="status">
      <span class="unseen">Loading…</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
