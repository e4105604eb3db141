import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { Line } from "#web/shared/prose.tsx";
import { type FieldKind, type FieldProps, type FieldView, type Option, optionText } from "../field.ts";

type View = FieldView & { options: Option[] };

/** The order with the entry at `from` moved by `step` places. */
export function moved(order: readonly string[], from: number, step: -1 | 1): string[] {
  const next = [...order];
  const [entry] = next.splice(from, 1);
  return entry === undefined ? next : next.toSpliced(from + step, 0, entry);
}

export const ranking: FieldKind<View, string[]> = {
  Field: RankingField,
  say: (view, value) => value.map((id, index) => `${index + 1}. ${optionText(view.options, id)}`).join("\n"),
};

function RankingField({ view, value, change, labelledBy, locked }: FieldProps<View, string[]>): JSX.Element {
  const list = useRef<HTMLOListElement>(null);
  const [said, say] = useState("");
  const order = value ?? view.options.map((option) => option.id);
  const move = (from: number, step: -1 | 1) => {
    change(moved(order, from, step));
    say(`${optionText(view.options, order[from])}: now place ${from + step + 1} of ${order.length}.`);
    requestAnimationFrame(() => focusMove(list.current, from + step, step));
  };
  const texts = order.map((id) => ({ id, text: optionText(view.options, id) }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't take its name from the question above it.
    <div role="group" aria-labelledby={labelledBy}>
      <ol class="ranking" ref={list}>
        {texts.map((option, place) => (
          <Rank key={option.id} text={option.text} place={place} of={order.length} locked={locked} move={move} />
        ))}
      </ol>
      {value === null && !locked && <Unmoved accept={() => change(order)} />}
      <p class="unseen" role="status">
        {said}
      </p>
    </div>
  );
}

type RankProps = {
  text: string;
  place: number;
  of: number;
  locked: boolean;
  move: (from: number, step: -1 | 1) => void;
};

function Rank({ text, place, of, locked, move }: RankProps): JSX.Element {
  return (
    <li class="rank">
      <span class="rank-place" aria-hidden="true">
        {place + 1}
      </span>
      <span class="rank-text">
        <Line text={text} />
      </span>
      <MoveButton step={-1} disabled={locked || place === 0} move={() => move(place, -1)} of={text} />
      <MoveButton step={1} disabled={locked || place === of - 1} move={() => move(place, 1)} of={text} />
    </li>
  );
}

/** The order shown first is nobody's answer until something was moved or it was taken as it stands. */
function Unmoved({ accept }: { accept: () => void }): JSX.Element {
  return (
    <p class="hint">
      Not answered yet.{" "}
      <button type="button" class="link" onClick={accept}>
        Answer with this order
      </button>
    </p>
  );
}

type MoveProps = { step: -1 | 1; disabled: boolean; move: () => void; of: string };

function MoveButton({ step, disabled, move, of }: MoveProps): JSX.Element {
  const words = step < 0 ? "Move up" : "Move down";
  return (
    <button
      type="button"
      class="move"
      data-step={step}
      disabled={disabled}
      onClick={move}
      aria-label={`${words}: ${of}`}
    >
      {step < 0 ? "↑" : "↓"}
    </button>
  );
}

/** The focus travels with what was moved; at an end of the list to the button that still works. */
function focusMove(list: HTMLOListElement | null, place: number, step: number): void {
  const row = list?.children[place];
  const buttons = [...(row?.querySelectorAll<HTMLButtonElement>("button:not(:disabled)") ?? [])];
  (buttons.find((button) => button.dataset["step"] === String(step)) ?? buttons[0])?.focus();
}
