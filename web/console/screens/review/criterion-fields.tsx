import type { JSX } from "preact";
import { AreaField, TextField } from "../../parts/field.tsx";
import { type Criterion, type Mark, type Missing, stepsTo } from "./marks.ts";

type CriterionProps = {
  criterion: Criterion;
  mark: Mark;
  missing: readonly Missing[];
  /** Words of the answer that are selected. */
  selected: string;
  change: (change: Partial<Mark>) => void;
};

/** One criterion: what it looks for, the points, why, and the words they rest on. */
export function CriterionFields({ criterion, mark, missing, selected, change }: CriterionProps): JSX.Element {
  const quote = () => selected !== "" && change({ quote: selected });
  return (
    <fieldset
      class="blind-criterion"
      onKeyDown={(event) => {
        if (!event.altKey || event.key !== "Enter") return;
        event.preventDefault();
        quote();
      }}
    >
      <legend>
        {criterion.title} <span class="hint">up to {criterion.max}</span>
      </legend>
      {criterion.looksFor.length > 0 && (
        <ul class="blind-looks" aria-label="What it looks for">
          {criterion.looksFor.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      )}
      <Points criterion={criterion} value={mark.points} missing={missing} choose={(points) => change({ points })} />
      <AreaField
        label="Why"
        value={mark.reason}
        change={(reason) => change({ reason })}
        error={missing.includes("reason") ? "Say why." : undefined}
        maxLength={2_000}
        rows={2}
      />
      <AreaField
        label="Quote from the answer"
        hint="Select words in the answer, then quote them. Without an answer, say so."
        value={mark.quote}
        change={(words) => change({ quote: words })}
        error={missing.includes("quote") ? "Quote what the points rest on." : undefined}
        maxLength={2_000}
        rows={2}
      />
      <button
        type="button"
        class="button button-quiet blind-quote"
        aria-keyshortcuts="Alt+Enter"
        aria-disabled={selected === ""}
        onClick={quote}
      >
        Quote the selected words
      </button>
    </fieldset>
  );
}

type PointsProps = Pick<CriterionProps, "criterion" | "missing"> & { value: string; choose: (points: string) => void };

function Points({ criterion, missing, value, choose }: PointsProps): JSX.Element {
  const steps = stepsTo(criterion.max);
  const error = missing.includes("points") ? `Give 0 to ${criterion.max} points.` : undefined;
  if (steps.length === 0) {
    return <TextField label="Points" inputMode="decimal" value={value} change={choose} error={error} />;
  }
  return (
    <div>
      <div class="blind-points" role="radiogroup" aria-label={`Points for ${criterion.title}`}>
        {steps.map((step) => (
          <label key={step} class="rate-mark">
            <input
              type="radio"
              class="unseen"
              name={`points-${criterion.id}`}
              checked={value === step}
              onChange={() => choose(step)}
            />
            <span>{step}</span>
          </label>
        ))}
      </div>
      {error && <p class="field-error">{error}</p>}
    </div>
  );
}
