import type { JSX } from "preact";
import { later } from "../../shared/later.ts";

const highlighting = later(() => import("./highlight.ts"));

type CodeProps = { label: string; language: string; text: string };

/** Code to be read: plain at once, in colours when those have loaded. It can be reached and scrolled by keyboard. */
export function Code({ label, language, text }: CodeProps): JSX.Element {
  const pieces = highlighting.use()?.highlight(text, language) ?? [{ text, style: "" }];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <figure class="code" aria-label={label} tabIndex={0}>
      <pre>
        <code>
          {pieces.map(({ text: piece, style }, place) => (
            <span key={place} class={style || undefined}>
              {piece}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
}
