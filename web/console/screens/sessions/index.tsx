import type { JSX } from "preact";
import { useSearchParams } from "wouter-preact";
import { useRead } from "../../api/hooks.ts";
import type { Session } from "../../api/types.ts";
import { STATUS_WORDS } from "../../parts/badge.tsx";
import { Empty } from "../../parts/empty.tsx";
import { SelectField } from "../../parts/field.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Page } from "../../parts/page.tsx";
import { Table } from "../../parts/table.tsx";
import { columns } from "./columns.tsx";

/** Milliseconds after which the list is read again. */
const LIVE = 15_000;

/** All sessions, newest first. */
export default function Sessions(): JSX.Element {
  const [search, setSearch] = useSearchParams();
  const status = (search.get("status") ?? undefined) as Session["status"] | undefined;
  const page = useRead("list-sessions", {}, { query: { status }, every: LIVE });
  return (
    <Page title="Sessions">
      <div class="filters">
        <SelectField
          label="Status"
          value={status ?? ""}
          change={(value) => setSearch(value ? { status: value } : {})}
          options={[["", "All"], ...STATUS_WORDS]}
        />
      </div>
      <Loaded of={page}>{({ data }) => <List sessions={data} />}</Loaded>
    </Page>
  );
}

const List = ({ sessions }: { sessions: Session[] }): JSX.Element =>
  sessions.length > 0 ? (
    <Table caption="Sessions" columns={columns} rows={sessions} keyOf={({ id }) => id} />
  ) : (
    <Empty title="No sessions here" />
  );
