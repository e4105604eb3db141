import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useParams } from "wouter-preact";
import { useRead } from "../../api/hooks.ts";
import { Badge } from "../../parts/badge.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Page } from "../../parts/page.tsx";
import { ItemReview } from "./item-review.tsx";
import { nextOpen, type Review } from "./marks.ts";

/** The answers of one session that need a person, blind: one after another, in an order of the reviewer's own. */
export default function ReviewScreen(): JSX.Element {
  const { session = "" } = useParams<{ session: string }>();
  const review = useRead("read-review", { session });
  return (
    <Page title="Blind review" crumbs={[["Reviews", "#/reviews"]]} about="Whose answers these are isn't shown.">
      <Loaded of={review}>{(found) => <Items key={session} review={found} />}</Loaded>
    </Page>
  );
}

function Items({ review: { session, items } }: { review: Review }): JSX.Element {
  const [at, go] = useState(() => nextOpen(items, -1));
  useTurning((step) => go((at + step + items.length) % items.length));
  const item = items[at];
  if (!item) return <Empty title="Nothing waits here">No answer of this session needs a person.</Empty>;
  return (
    <div class="blind">
      <nav class="blind-turn" aria-label="Answers">
        <Turn word="Previous" keys="Alt+PageUp" go={() => go((at + items.length - 1) % items.length)} />
        <p role="status">
          <strong>
            {at + 1} of {items.length}
          </strong>{" "}
          <span class="hint">{items.filter(({ complete }) => complete).length} marked by you</span>
        </p>
        <Turn word="Next" keys="Alt+PageDown" go={() => go((at + 1) % items.length)} />
      </nav>
      {item.closed && !item.complete && (
        <p>
          <Badge tone="good">Another reviewer has marked it</Badge>{" "}
          <span class="hint">Yours would count instead of theirs; you needn't.</span>
        </p>
      )}
      <ItemReview key={item.item} session={session} item={item} next={() => go(nextOpen(items, at))} />
      <Keys />
    </div>
  );
}

const Turn = ({ word, keys, go }: { word: string; keys: string; go: () => void }): JSX.Element => (
  <button type="button" class="button button-quiet" aria-keyshortcuts={keys} onClick={go}>
    {word}
  </button>
);

/** Combinations that neither browsers nor screen readers use. */
function useTurning(turn: (step: number) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = event.altKey ? { PageDown: 1, PageUp: -1 }[event.key] : undefined;
      if (step === undefined) return;
      event.preventDefault();
      turn(step);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}

const KEYS = [
  ["Alt + Page Down", "next answer"],
  ["Alt + Page Up", "previous answer"],
  ["Alt + Enter", "quote the selected words in the criterion you are in"],
  ["Ctrl + Enter", "submit the mark"],
] as const;

const Keys = (): JSX.Element => (
  <details class="blind-keys">
    <summary>Keys</summary>
    <dl>
      {KEYS.map(([keys, what]) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </details>
);
