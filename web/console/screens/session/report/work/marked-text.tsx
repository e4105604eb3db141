import type { JSX } from "preact";
import { type Piece, piecesOf, type TextMark } from "../../../../words/marked-text.ts";

const SAID = { met: "counts", unclear: "unclear", not_met: "speaks against" } as const;

/** An answer in words, in which the words that a line of the working rests on are marked with that line's number. */
export const MarkedText = ({ text, marks }: { text: string; marks: readonly TextMark[] }): JSX.Element => (
  <div class="answer-text">{piecesOf(text, marks).map((piece, place) => drawn(piece, place))}</div>
);

function drawn({ text, lines, kind, starts }: Piece, place: number): JSX.Element | string {
  if (kind === null) return text;
  return (
    <mark key={place} class={`is-${kind}`} title={`Line ${lines.join(", ")}: ${SAID[kind]}`}>
      {starts.length > 0 && <sup class="mark-line">{starts.join(",")}</sup>}
      {text}
    </mark>
  );
}
