import type { JSX } from "preact";

type Part = { of: number; look: "full" | "outlined" };

/** A bar whose parts are given in per cent of its length; its figures always stand beside it, so that it says nothing by itself. */
export function Bar({ parts }: { parts: readonly Part[] }): JSX.Element {
  const starts = parts.map((_part, place) => parts.slice(0, place).reduce((sum, { of }) => sum + of, 0));
  return (
    <svg class="bar-picture" width="100%" height="14" aria-hidden="true">
      <rect class="bar-ground" x="0" y="0" width="100%" height="14" rx="3" />
      {parts.map(({ of, look }, place) => (
        <rect key={place} class={`bar-part is-${look}`} x={`${starts[place]}%`} y="0" width={`${of}%`} height="14" />
      ))}
    </svg>
  );
}
