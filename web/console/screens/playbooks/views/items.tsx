import type { JSX } from "preact";
import { isPool, isVaried } from "#shared/domain/playbook/presented.ts";
import { Notice } from "../../../../shared/notice.tsx";
import { counted, minutesInWords } from "../../../../shared/words.ts";
import { ItemCard } from "../items/item-card.tsx";
import { titleOf } from "../reading/blueprint.ts";
import type { Book, BookView, Entry } from "../reading/book.ts";

/** Everything that is asked, section by section, with what is right for those who may know it. */
export default function ItemsView({ book, keys }: BookView): JSX.Element {
  return (
    <div class="book">
      {!keys && (
        <Notice kind="note">
          <p>
            Keys and rubrics are shown to authors, reviewers, auditors and administrators. This is what candidates see.
          </p>
        </Notice>
      )}
      {book.sections.map((section) => (
        <section key={section.id}>
          <h2>{section.title}</h2>
          <p class="hint">
            {minutesInWords(section.minutes)}
            {section.category && ` · evidence for ${titleOf(book, section.category)}`}
          </p>
          {section.introduction && <p>{section.introduction}</p>}
          {section.items.map((entry) => (
            <EntryCards key={entry.id} book={book} entry={entry} keys={keys} />
          ))}
        </section>
      ))}
      {book.practice.length > 0 && (
        <section>
          <h2>Practice</h2>
          <p class="hint">Before the start; it counts for nothing.</p>
          {book.practice.map((item) => (
            <ItemCard key={item.id} book={book} item={item} keys={keys} />
          ))}
        </section>
      )}
    </div>
  );
}

type EntryProps = { book: Book; entry: Entry; keys: boolean };

/** An item, each variant of one, or all that a pool draws from. */
function EntryCards({ book, entry, keys }: EntryProps): JSX.Element {
  if (isPool(entry)) {
    return (
      <div class="drawn">
        <p class="hint">
          Each session asks {counted(entry.draw, "item")} of these {entry.items.length}, drawn by its seed.
        </p>
        {entry.items.map((inner) => (
          <EntryCards key={inner.id} book={book} entry={inner} keys={keys} />
        ))}
      </div>
    );
  }
  if (!isVaried(entry)) return <ItemCard book={book} item={entry} keys={keys} />;
  return (
    <div class="drawn">
      <p class="hint">Each session asks one of these {entry.variants.length} variants.</p>
      {entry.variants.map(({ id, item }) => (
        <ItemCard key={id} book={book} item={item} keys={keys} variant={id} />
      ))}
    </div>
  );
}
