import type { JSX } from "preact";
import { useRead } from "../../api/hooks.ts";
import type { AnswerOf } from "../../api/types.ts";
import { Empty } from "../../parts/empty.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Page } from "../../parts/page.tsx";
import { type Column, Table } from "../../parts/table.tsx";

type Row = AnswerOf<"list-reviews">["data"][number];

/** Milliseconds after which the queue is read again. */
const LIVE = 30_000;
const MOST = 100;

/** Sessions with answers that wait for a person. */
export default function Reviews(): JSX.Element {
  const queue = useRead("list-reviews", {}, { query: { limit: MOST }, every: LIVE });
  return (
    <Page title="Reviews" about="Answers that a person should mark too. Whose they are isn't shown.">
      <Loaded of={queue}>{({ data, next_cursor }) => <Queue rows={data} more={next_cursor !== null} />}</Loaded>
    </Page>
  );
}

const Queue = ({ rows, more }: { rows: readonly Row[]; more: boolean }): JSX.Element =>
  rows.length === 0 ? (
    <Empty title="Nothing waits for a review">Answers come here when a grade needs a person.</Empty>
  ) : (
    <>
      <Table caption="Sessions that wait for a review" columns={columns} rows={rows} keyOf={({ session }) => session} />
      {more && <p class="hint">More come up as these are done.</p>}
    </>
  );

const columns: readonly Column<Row>[] = [
  { title: "Session", cell: ({ session }) => <a href={`#/reviews/${session}`}>{session.slice(0, 12)}…</a> },
  { title: "Waiting", figures: true, cell: ({ open_reviews }) => open_reviews },
  { title: "Playbook", cell: ({ playbook }) => playbook },
  { title: "Scored", cell: ({ scored_at }) => <Moment at={scored_at} /> },
];
