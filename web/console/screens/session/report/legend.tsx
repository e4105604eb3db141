import type { JSX } from "preact";

type LegendProps = { hasGates: boolean; hasScore: boolean };

/** What the bars' patterns and lines mean. */
export const Legend = ({ hasGates, hasScore }: LegendProps): JSX.Element => (
  <ul class="chart-legend">
    <li>
      <Swatch kind="assessment" /> Assessment
    </li>
    <li>
      <Swatch kind="interview" /> Interview
    </li>
    {hasScore && (
      <li>
        <Swatch kind="score" /> Both together
      </li>
    )}
    {hasGates && (
      <li>
        <Swatch kind="gate" /> A gate: below this it fires
      </li>
    )}
    <li>
      <Swatch kind="band" /> Where a band of the score begins
    </li>
  </ul>
);

const Swatch = ({ kind }: { kind: string }): JSX.Element => (
  <span class={`chart-swatch is-${kind}`} aria-hidden="true" />
);
