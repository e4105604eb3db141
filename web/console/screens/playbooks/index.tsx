import type { JSX } from "preact";
import { useRead } from "../../api/hooks.ts";
import type { AnswerOf } from "../../api/types.ts";
import { useMay } from "../../may.ts";
import { Empty } from "../../parts/empty.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Page } from "../../parts/page.tsx";
import { type Column, Table } from "../../parts/table.tsx";

type Listing = AnswerOf<"list-playbooks">["data"][number];
/** The latest version of a playbook, and how many there are. */
type Row = Listing & { versions: number };

/** Every playbook by its latest version. */
export default function Playbooks(): JSX.Element {
  const playbooks = useRead("list-playbooks", {}, { query: { limit: 100 } });
  const mayPublish = useMay("publish-playbook");
  return (
    <Page
      title="Playbooks"
      about={<span>A playbook says what is asked, what is right, and how it counts.</span>}
      actions={
        mayPublish && (
          <a class="button" href="#/playbooks/publish">
            Publish a version
          </a>
        )
      }
    >
      <Loaded of={playbooks}>{({ data }) => <List rows={latestOf(data)} />}</Loaded>
    </Page>
  );
}

/** Listings come newest version first. */
const latestOf = (listings: readonly Listing[]): Row[] =>
  [...Map.groupBy(listings, ({ id }) => id).values()].map((versions) => ({
    ...versions[0]!,
    versions: versions.length,
  }));

const List = ({ rows }: { rows: readonly Row[] }): JSX.Element =>
  rows.length > 0 ? (
    <Table caption="Playbooks" columns={columns} rows={rows} keyOf={({ id }) => id} />
  ) : (
    <Empty title="No playbook is published yet">
      <p>An author publishes the first one here or from the command line.</p>
    </Empty>
  );

const columns: readonly Column<Row>[] = [
  { title: "Role", cell: ({ id, title }) => <a href={`#/playbooks/${id}`}>{title}</a> },
  { title: "Name", cell: ({ id }) => <code>{id}</code> },
  { title: "Latest version", figures: true, cell: ({ version }) => version },
  {
    title: "Versions",
    figures: true,
    cell: ({ id, versions }) => <a href={`#/playbooks/${id}/versions`}>{versions}</a>,
  },
  { title: "Published", cell: ({ published_at }) => <Moment at={published_at} /> },
];
