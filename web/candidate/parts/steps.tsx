import type { JSX } from "preact";

type Props = {
  place: number;
  of: number;
  go: (place: number) => void;
  /** What stands in place of "Next" at the last question, and beside it before. */
  end: { words: string; act: () => void };
};

export function Steps({ place, of, go, end }: Props): JSX.Element {
  const last = place === of - 1;
  return (
    <div class="steps">
      {place > 0 && (
        <button type="button" class="button button-quiet" onClick={() => go(place - 1)}>
          <span aria-hidden="true">← </span>Previous
        </button>
      )}
      <span class="steps-gap" />
      <button type="button" class={last ? "button" : "button button-quiet"} onClick={end.act}>
        {end.words}
      </button>
      {!last && (
        <button type="button" class="button" onClick={() => go(place + 1)}>
          Next<span aria-hidden="true"> →</span>
        </button>
      )}
    </div>
  );
}
