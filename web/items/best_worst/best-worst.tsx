import type { JSX } from "preact";
import { Line } from "#web/shared/prose.tsx";
import { type FieldKind, type FieldProps, type FieldView, type Option, optionText } from "../field.ts";

type View = FieldView & { options: Option[] };
type Picks = { best: string | null; worst: string | null };
type Side = keyof Picks;

/** A pick; the other side gives the option up, because one option can't be both. */
export function pick(picks: Picks | null, side: Side, option: string): Picks {
  const { best = null, worst = null } = picks ?? {};
  const free = (other: string | null) => (other === option ? null : other);
  return side === "best" ? { best: option, worst: free(worst) } : { best: free(best), worst: option };
}

export const bestWorst: FieldKind<View, Picks> = {
  Field: BestWorstField,
  say: ({ options }, { best, worst }) => `Best: ${optionText(options, best)}\nWorst: ${optionText(options, worst)}`,
};

function BestWorstField(props: FieldProps<View, Picks>): JSX.Element {
  const { view, name, labelledBy } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't take its name from the question above it.
    <div class="best-worst" role="group" aria-labelledby={labelledBy}>
      <ol class="statements">
        {view.options.map((option, index) => (
          <li key={option.id} id={`${name}-${option.id}`}>
            <span class="letter" aria-hidden="true">
              {letterOf(index)}
            </span>
            <span class="statement">
              <Line text={option.text} />
            </span>
            <PickedAs picks={props.value} option={option.id} />
          </li>
        ))}
      </ol>
      <div class="picks">
        <PickRow {...props} side="best" legend="Best response" />
        <PickRow {...props} side="worst" legend="Worst response" />
      </div>
      <p class="hint">Pick one of each. One response can't be both: the later pick moves it.</p>
    </div>
  );
}

/** What a response was picked as, beside it; the radio buttons below say the same to those who can't see it. */
function PickedAs({ picks, option }: { picks: Picks | null; option: string }): JSX.Element | null {
  if (picks?.best === option) return <PickSign words="Best" sign="▲" />;
  return picks?.worst === option ? <PickSign words="Worst" sign="▼" /> : null;
}

function PickSign({ words, sign }: { words: string; sign: string }): JSX.Element {
  return (
    <span class={`picked is-${words.toLowerCase()}`} aria-hidden="true">
      {sign} {words}
    </span>
  );
}

function PickRow({ view, value, change, name, locked, side, legend }: FieldProps<View, Picks> & PickRowProps) {
  return (
    <fieldset class={`pick pick-${side}`}>
      <legend>{legend}</legend>
      {view.options.map((option, index) => (
        <label key={option.id} class="pick-option">
          <input
            type="radio"
            name={`${name}-${side}`}
            value={option.id}
            checked={value?.[side] === option.id}
            disabled={locked}
            aria-describedby={`${name}-${option.id}`}
            onChange={() => change(pick(value, side, option.id))}
          />
          <span>{letterOf(index)}</span>
        </label>
      ))}
    </fieldset>
  );
}

type PickRowProps = { side: Side; legend: string };

const letterOf = (index: number) => String.fromCharCode(65 + index);
