import type { JSX } from "preact";
import { useRead } from "../../api/hooks.ts";
import { useMay } from "../../may.ts";
import { Badge } from "../../parts/badge.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Page } from "../../parts/page.tsx";
import { type Column, Table } from "../../parts/table.tsx";
import { Progress } from "../interview/progress.tsx";
import { groupsOf, type Row } from "./groups.ts";

/** Milliseconds after which the lists are read again. */
const LIVE = 30_000;

/** Sessions to interview for: what waits for the own card first. */
export default function Interviews(): JSX.Element {
  const waiting = useRead("list-interviews", {}, { every: LIVE });
  const final = useRead("list-interviews", {}, { query: { status: "finalized" }, every: LIVE });
  const rates = useMay("save-scorecard");
  return (
    <Page title="Interviews">
      <Loaded of={waiting}>
        {({ data, next_cursor }) => (
          <Groups rows={[...data, ...(final.data?.data ?? [])]} rates={rates} more={next_cursor !== null} />
        )}
      </Loaded>
    </Page>
  );
}

type GroupsProps = { rows: readonly Row[]; rates: boolean; more: boolean };

function Groups({ rows, rates, more }: GroupsProps): JSX.Element {
  const groups = groupsOf(rows, rates);
  if (groups.length === 0) {
    return <Empty title="No interviews yet">Sessions come here as soon as their assessment is scored.</Empty>;
  }
  return (
    <>
      {groups.map(({ title, rows: own }) => (
        <section key={title} class="interviews-group" aria-label={title}>
          <h2>{title}</h2>
          <Table caption={title} columns={columns} rows={own} keyOf={({ session }) => session} />
        </section>
      ))}
      {more && <p class="hint">Older sessions are not shown here; open them from the list of sessions.</p>}
    </>
  );
}

const OWN: { [O in Row["own"]]: JSX.Element } = {
  none: <Badge tone="waiting">Not begun</Badge>,
  draft: <Badge tone="live">Begun</Badge>,
  locked: <Badge tone="good">Locked</Badge>,
};

const columns: readonly Column<Row>[] = [
  {
    title: "Candidate",
    cell: ({ session, candidate }) => <a href={`#/sessions/${session}/interview`}>{candidate?.name ?? "Erased"}</a>,
  },
  { title: "Role", cell: ({ title }) => title },
  { title: "Your scorecard", cell: ({ own }) => OWN[own] },
  { title: "All scorecards", cell: ({ locked, min_raters }) => <Progress locked={locked} min_raters={min_raters} /> },
  { title: "Assessed", cell: ({ scored_at }) => <Moment at={scored_at} /> },
];
