import type { JSX } from "preact";
import { useSearchParams } from "wouter-preact";
import type { Session } from "../../api/types.ts";
import { usePages } from "../../api/use-pages.ts";
import { useMay } from "../../may.ts";
import { Empty } from "../../parts/empty.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Page } from "../../parts/page.tsx";
import { Pager } from "../../parts/pager.tsx";
import { Table } from "../../parts/table.tsx";
import { columns } from "./columns.tsx";
import { type Filter, filterParts, isNarrow, NO_FILTER, queryOf, readFilter } from "./filter.ts";
import { Filters } from "./filters.tsx";
import { TimeRequests } from "./time-requests.tsx";

/** Milliseconds after which the page that is shown is read again. */
const LIVE = 10_000;

/** All sessions: searched, filtered and in any order, as the address says. */
export default function Sessions(): JSX.Element {
  const [search, setSearch] = useSearchParams();
  const mayInvite = useMay("create-session");
  const filter = readFilter(search);
  const change = (next: Filter) => setSearch(filterParts(next), { replace: true });
  const pages = usePages("list-sessions", {}, { query: queryOf(filter), every: LIVE });
  return (
    <Page title="Sessions" actions={mayInvite && <Invite />}>
      <TimeRequests />
      <Filters filter={filter} change={change} />
      <Loaded of={pages} waiting={<Rows sessions={[]} waiting />}>
        {({ data }) =>
          data.length > 0 ? (
            <Rows sessions={data} waiting={pages.isPlaceholderData} />
          ) : (
            <Nothing narrow={isNarrow(filter)} showAll={() => change(NO_FILTER)} />
          )
        }
      </Loaded>
      <Pager number={pages.number} previous={pages.previous} next={pages.next} />
    </Page>
  );
}

const Invite = (): JSX.Element => (
  <a class="button" href="#/sessions/new">
    Invite candidates
  </a>
);

const Rows = ({ sessions, waiting }: { sessions: Session[]; waiting: boolean }): JSX.Element => (
  <div class="sessions" aria-busy={waiting}>
    <Table caption="Sessions" columns={columns} rows={sessions} keyOf={({ id }) => id} />
  </div>
);

const Nothing = ({ narrow, showAll }: { narrow: boolean; showAll: () => void }): JSX.Element =>
  narrow ? (
    <Empty title="No session fits">
      <button type="button" class="link" onClick={showAll}>
        Show all sessions
      </button>
    </Empty>
  ) : (
    <Empty title="Nobody is invited yet">
      <p>Sessions stand here as soon as candidates are invited.</p>
    </Empty>
  );
