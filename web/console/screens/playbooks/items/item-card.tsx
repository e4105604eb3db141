import type { JSX } from "preact";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { Prose } from "../../../../shared/prose.tsx";
import { listed, pointsInWords } from "../../../../shared/words.ts";
import { titleOf } from "../reading/blueprint.ts";
import type { Book, Piece } from "../reading/book.ts";
import { TYPE_WORDS } from "../reading/words.ts";
import { PieceBody } from "./piece-body.tsx";
import { PieceKey } from "./piece-key.tsx";

type CardProps = { book: Book; item: AnyItem; keys: boolean; variant?: string };

/** One item: what candidates see, then, for those who may know it, what is right. */
export const ItemCard = ({ book, item, keys, variant }: CardProps): JSX.Element => (
  <article class="panel item-sheet">
    <header>
      <h3>{item.title}</h3>
      <p class="hint">
        {TYPE_WORDS[item.type]} · {pointsInWords(item.points)} ·{" "}
        <code>{variant ? `${item.id}/${variant}` : item.id}</code>
      </p>
    </header>
    <Counting book={book} item={item} />
    <PieceSheet piece={item} keys={keys} />
  </article>
);

/** What of an item counts elsewhere than by its points in its section's category. */
const Counting = ({ book, item: { shares, critical, disputed } }: { book: Book; item: AnyItem }): JSX.Element => (
  <>
    {shares && (
      <p class="hint">
        Counts for{" "}
        {listed(shares.map(({ category, share }) => `${titleOf(book, category)} (${Number(share) * 100} %)`))}.
      </p>
    )}
    {critical && (
      <p class="hint">
        Critical: below {pointsInWords(critical.below)} it {critical.gate && `fires the gate ${critical.gate}`}
        {critical.gate && critical.flag && " and "}
        {critical.flag && `raises the red flag ${critical.flag}`}.
      </p>
    )}
    {disputed && <p class="hint">Disputed: it feeds no gate.</p>}
  </>
);

const PieceSheet = ({ piece, keys }: { piece: Piece; keys: boolean }): JSX.Element => (
  <>
    {piece.prompt && <Prose text={piece.prompt} />}
    <PieceBody piece={piece} keys={keys} />
    {"parts" in piece && <Parts parts={piece.parts} keys={keys} />}
    {keys && <PieceKey piece={piece} />}
  </>
);

const Parts = ({ parts, keys }: { parts: readonly Piece[]; keys: boolean }): JSX.Element => (
  <ol class="item-parts">
    {parts.map((part) => (
      <li key={part.id}>
        <p class="part-title">
          {part.title}{" "}
          <span class="hint">
            {TYPE_WORDS[part.type]} · {pointsInWords(part.points)}
          </span>
        </p>
        <PieceSheet piece={part} keys={keys} />
      </li>
    ))}
  </ol>
);
