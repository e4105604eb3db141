import type { JSX } from "preact";
import { Empty } from "../../../parts/empty.tsx";
import type { Book, BookView } from "../reading/book.ts";

/** What the playbook was made from, and where it departs from it. */
export default function SourceView({ book }: BookView): JSX.Element {
  const { source, errata } = book;
  if (!source && errata.length === 0) return <Empty title="This playbook names no source" />;
  return (
    <div class="book">
      {source && (
        <div>
          <p class="lede">Made from: {source.title}</p>
          {source.note && <p>{source.note}</p>}
        </div>
      )}
      {errata.length > 0 && (
        <section>
          <h2>Changed against the source</h2>
          {errata.map((erratum) => (
            <Erratum key={`${erratum.where} ${erratum.source_says}`} erratum={erratum} />
          ))}
        </section>
      )}
    </div>
  );
}

const Erratum = ({ erratum }: { erratum: Book["errata"][number] }): JSX.Element => (
  <div class="panel erratum">
    <h3>{erratum.where}</h3>
    <div class="sides">
      <div>
        <p class="hint">The source says</p>
        <p>{erratum.source_says}</p>
      </div>
      <div>
        <p class="hint">The playbook says</p>
        <p>{erratum.playbook_says}</p>
      </div>
    </div>
    <p>
      <strong>Why:</strong> {erratum.because}
    </p>
  </div>
);
