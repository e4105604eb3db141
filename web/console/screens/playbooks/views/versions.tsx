import type { JSX } from "preact";
import { useRead } from "../../../api/hooks.ts";
import type { AnswerOf } from "../../../api/types.ts";
import { useMay } from "../../../may.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { type Column, Table } from "../../../parts/table.tsx";
import type { BookView } from "../reading/book.ts";

type Listing = AnswerOf<"list-playbooks">["data"][number];
type Row = Listing & { before: number | undefined };

/** Every version there is, and what each changed. */
export default function VersionsView({ book }: BookView): JSX.Element {
  const playbooks = useRead("list-playbooks", {}, { query: { limit: 100 } });
  const mayRegrade = useMay("regrade-sessions");
  return (
    <div class="book">
      <p>A published version never changes. Sessions keep the version they were invited with.</p>
      <Loaded of={playbooks}>
        {({ data }) => {
          const own = data.filter(({ id }) => id === book.id);
          const rows = own.map((listing, place) => ({ ...listing, before: own[place + 1]?.version }));
          return (
            <>
              <Table caption="Versions" columns={columns} rows={rows} keyOf={({ version }) => String(version)} />
              {mayRegrade && own.length > 1 && (
                <p>
                  <a href={`#/playbooks/${book.id}/regrade`}>Regrade the sessions of an earlier version</a>
                </p>
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

const columns: readonly Column<Row>[] = [
  {
    title: "Version",
    cell: ({ id, version }) => (
      <a href={`#/playbooks/${id}@${version}`}>
        {id}@{version}
      </a>
    ),
  },
  { title: "Title", cell: ({ title }) => title },
  { title: "Published", cell: ({ published_at }) => <Moment at={published_at} /> },
  {
    title: "Changes",
    cell: ({ id, version, before }) =>
      before === undefined ? (
        <span class="hint">The first</span>
      ) : (
        <a href={`#/playbooks/${id}@${version}/changes?against=${before}`}>What changed against {before}</a>
      ),
  },
  { title: "Fingerprint", cell: ({ digest }) => <code title={digest}>{digest.slice(0, 12)}</code> },
];
