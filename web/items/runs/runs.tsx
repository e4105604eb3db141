import type { JSX } from "preact";
import type { ExamplesRun } from "#shared/contracts/shapes/take.ts";
import { later } from "#web/shared/later.ts";

const runPanel = later(() => import("./run-panel.tsx"));

type Props = { run: (() => Promise<ExamplesRun>) | undefined; locked: boolean };

/** Running an answer on the shown examples; the practice only tells of it. */
export function Runs({ run, locked }: Props): JSX.Element | null {
  const panel = runPanel.use();
  if (!run) return <p class="hint">In the assessment, a button here runs your answer on the examples.</p>;
  return panel ? <panel.RunPanel run={run} disabled={locked} /> : null;
}
