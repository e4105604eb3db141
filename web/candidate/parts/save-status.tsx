import type { JSX } from "preact";
import type { SaveWords } from "./save-words.ts";

const SIGNS = { idle: "", saved: "✓", device: "●", saving: "↻", offline: "⚠", attention: "!" };

/** How saving goes, beside the clock. Only what asks for attention is announced; the rest would chatter. */
export function SaveStatus({ kind, words }: SaveWords): JSX.Element {
  const loud = kind === "offline" || kind === "attention";
  return (
    <div class={`save is-${kind}`}>
      <p>
        <span aria-hidden="true" class="save-sign">
          {SIGNS[kind]}
        </span>
        <span class="save-words" data-testid="save-state">
          {words}
        </span>
      </p>
      <p class="unseen" role="status">
        {loud ? words : ""}
      </p>
    </div>
  );
}
