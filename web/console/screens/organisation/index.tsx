import type { JSX } from "preact";
import type { AnswerOf } from "../../api/types.ts";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Page } from "../../parts/page.tsx";
import { Pager } from "../../parts/pager.tsx";
import { Person } from "../../parts/person.tsx";
import { type Column, Table } from "../../parts/table.tsx";
import { organisationWords } from "../../words/organisation-words.ts";

type Entry = AnswerOf<"read-organisation-audit">["data"][number];

/** What belongs to no session: who signed in, opened what, made keys, changed settings; the latest first. */
export default function OrganisationLog(): JSX.Element {
  const pages = usePages("read-organisation-audit", {}, {});
  return (
    <Page title="Organisation log">
      <p>Who signed in, who opened what is known of a candidate, and what was changed for the whole company.</p>
      <Loaded of={pages}>
        {({ data }) =>
          data.length > 0 ? (
            <Table caption="Organisation log" columns={columns} rows={data} keyOf={({ hash }) => hash} />
          ) : (
            <Empty title="Nothing has happened yet">Entries stand here as soon as somebody signs in.</Empty>
          )
        }
      </Loaded>
      <Pager number={pages.number} previous={pages.previous} next={pages.next} />
    </Page>
  );
}

const SESSION = /(ses_\w+)/;

const columns: readonly Column<Entry>[] = [
  { title: "When", cell: ({ at }) => <Moment at={at} exact /> },
  { title: "Who", cell: ({ actor }) => (actor === "system" ? "Assay" : <Person id={actor} />) },
  { title: "What", cell: (entry) => linked(organisationWords(entry)) },
  { title: "Entry", cell: ({ seq }) => seq, figures: true },
];

/** A sentence in which a session's id leads to the session. */
const linked = (sentence: string): JSX.Element => (
  <span class="table-sentence">
    {sentence.split(SESSION).map((part) => (SESSION.test(part) ? <a href={`#/sessions/${part}`}>{part}</a> : part))}
  </span>
);
