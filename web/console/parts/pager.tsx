import type { JSX } from "preact";

type PagerProps = { number: number; previous: (() => void) | undefined; next: (() => void) | undefined };

/** Back and forth through a list; stays in sight at the window's foot. Nothing where there is one page only. */
export function Pager({ number, previous, next }: PagerProps): JSX.Element | null {
  if (number === 1 && !next) return null;
  return (
    <nav class="pager" aria-label="Pages">
      <Turn word="Previous" go={previous} />
      <span class="pager-number" role="status">
        Page {number}
      </span>
      <Turn word="Next" go={next} />
    </nav>
  );
}

function Turn({ word, go }: { word: string; go: (() => void) | undefined }): JSX.Element {
  const turn = () => {
    go?.();
    if (go) scrollTo({ top: 0 });
  };
  return (
    <button type="button" class="button button-quiet" aria-disabled={!go} onClick={turn}>
      {word}
    </button>
  );
}
