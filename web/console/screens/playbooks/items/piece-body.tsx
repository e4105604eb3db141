import type { JSX } from "preact";
import { CodeBlock, Line } from "../../../../shared/prose.tsx";
import { listed } from "../../../../shared/words.ts";
import type { Piece } from "../reading/book.ts";
import { marksOf } from "./marks.ts";

type PieceProps = { piece: Piece; keys: boolean };

/** What candidates see under the task; options bear a mark where the key may be seen. */
export function PieceBody({ piece, keys }: PieceProps): JSX.Element | null {
  if ("options" in piece) return <Options options={piece.options} marks={keys ? marksOf(piece) : {}} />;
  switch (piece.type) {
    case "matching":
      return (
        <div class="sides">
          <Options options={piece.left} marks={{}} />
          <Options options={piece.right} marks={keys ? marksOf(piece) : {}} />
        </div>
      );
    case "code_reading":
      return <CodeBlock text={piece.snippet.source} label={`Code of “${piece.title}”`} />;
    case "coding":
      return (
        <p class="hint">
          Defines <code>{piece.entry}</code> in {listed(piece.languages)}; {piece.examples.length} shown examples.
        </p>
      );
    case "sql":
      return <CodeBlock text={piece.schema} label={`Tables of “${piece.title}”`} />;
    case "written":
      return piece.words ? (
        <p class="hint">
          {piece.words.min} to {piece.words.max} words
        </p>
      ) : null;
    case "numeric":
    case "short_text":
      return piece.hint ? <p class="hint">Hint beside the field: {piece.hint}</p> : null;
    default:
      return null;
  }
}

type OptionsProps = { options: readonly { id: string; text: string }[]; marks: { [option: string]: string } };

const Options = ({ options, marks }: OptionsProps): JSX.Element => (
  <ul class="item-options">
    {options.map(({ id, text }) => (
      <li key={id} class={marks[id] ? "is-marked" : undefined}>
        <code>{id}</code>
        <span>
          <Line text={text} />
        </span>
        {marks[id] && <strong class="item-mark">{marks[id]}</strong>}
      </li>
    ))}
  </ul>
);
