import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ExampleRun, ExamplesRun } from "#shared/contracts/shapes/take.ts";

type Shown =
  | { state: "idle" }
  | { state: "running" }
  | { state: "ran"; runs: ExampleRun[] }
  | { state: "failed"; because: string };
type Props = { run: () => Promise<ExamplesRun>; disabled: boolean };

/** The button that runs an answer on the shown examples, and what came of it. */
export function RunPanel({ run, disabled }: Props): JSX.Element {
  const [shown, show] = useState<Shown>({ state: "idle" });
  const start = async () => {
    show({ state: "running" });
    show(await run().then(ran, failed));
  };
  const running = shown.state === "running";
  return (
    <section class="runs" aria-label="Examples">
      <div class="runs-bar">
        <button
          type="button"
          class="button button-quiet"
          disabled={disabled}
          aria-disabled={running}
          onClick={() => running || void start()}
        >
          <span aria-hidden="true">▸ </span>Run the examples
        </button>
        <p class="hint">Running is for you: only hidden tests count, and they run after the section.</p>
      </div>
      <p role="status" class={shown.state === "failed" ? "setback" : "runs-said"}>
        {sayRuns(shown)}
      </p>
      {shown.state === "ran" && <RunTable runs={shown.runs} />}
    </section>
  );
}

const ran = ({ runs }: ExamplesRun): Shown => ({ state: "ran", runs });
const failed = (error: unknown): Shown => ({
  state: "failed",
  because: error instanceof Error ? error.message : String(error),
});

function sayRuns(shown: Shown): string {
  if (shown.state === "running") return "Running…";
  if (shown.state === "failed") return `It could not be run: ${shown.because}`;
  if (shown.state === "idle") return "";
  const passed = shown.runs.filter((run) => run.passed).length;
  return `${passed} of ${shown.runs.length} examples passed.`;
}

function RunTable({ runs }: { runs: ExampleRun[] }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class="table-scroll" aria-label="Results of the examples" tabIndex={0}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Example</th>
            <th scope="col">Result</th>
            <th scope="col">Yours</th>
            <th scope="col">Expected</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RunRow({ run }: { run: ExampleRun }): JSX.Element {
  return (
    <tr>
      <th scope="row">{run.title ?? run.id}</th>
      <td class={run.passed ? "passed" : "not-passed"}>
        {run.passed ? "✓ passed" : `✗ ${outcomeInWords(run.outcome)}`}
      </td>
      <td>
        {run.actual !== null && <pre>{run.actual}</pre>}
        {run.message !== null && <p class="run-message">{run.message}</p>}
        {run.console !== "" && (
          <details>
            <summary>Printed</summary>
            <pre>{run.console}</pre>
          </details>
        )}
      </td>
      <td>{run.expected !== null && <pre>{run.expected}</pre>}</td>
    </tr>
  );
}

const OUTCOMES: { [outcome: string]: string } = {
  ok: "another result",
  threw: "threw an error",
  "load-error": "does not load",
  "no-function": "function not found",
  fuel: "ran too long",
  memory: "out of memory",
  stack: "stack overflow",
  "never-settled": "never finished",
  "timer-limit": "too many timers",
  output: "printed too much",
  "bad-result": "result can't be read",
  "sql-error": "SQL error",
  "too-many-rows": "too many rows",
  wall: "our engine failed",
  engine: "our engine failed",
};

function outcomeInWords(outcome: string): string {
  return OUTCOMES[outcome] ?? outcome;
}
