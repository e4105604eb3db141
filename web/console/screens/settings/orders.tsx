import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useChange, useRead } from "../../api/hooks.ts";
import type { AnswerOf } from "../../api/types.ts";
import { useMay } from "../../may.ts";
import { Badge, StatusBadge } from "../../parts/badge.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Pager } from "../../parts/pager.tsx";
import { Setback } from "../../parts/setback.tsx";
import { type Column, Table } from "../../parts/table.tsx";
import { say } from "../../parts/toasts.tsx";
import { SYSTEMS } from "./ats/systems.ts";

type Order = AnswerOf<"list-orders">["data"][number];

/** What applicant tracking systems have ordered, and how far they know of it. */
export default function Orders(): JSX.Element {
  const [cursors, setCursors] = useState<string[]>([]);
  const orders = useRead("list-orders", {}, { query: { limit: 25, cursor: cursors.at(-1) } });
  return (
    <div class="settings-place">
      <Loaded of={orders}>
        {({ data, next_cursor }) => (
          <>
            {data.length === 0 ? (
              <Empty title="No ATS has ordered anything yet" />
            ) : (
              <Table caption="Orders" columns={columns} rows={data} keyOf={({ id }) => id} />
            )}
            <Pager
              number={cursors.length + 1}
              previous={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined}
              next={next_cursor ? () => setCursors([...cursors, next_cursor]) : undefined}
            />
          </>
        )}
      </Loaded>
    </div>
  );
}

const columns: readonly Column<Order>[] = [
  {
    title: "Order",
    cell: ({ id, ats, session }) => (
      <span class="titled">
        <a href={`#/sessions/${session}`}>{SYSTEMS.find(({ name }) => name === ats)?.title}</a>
        <code class="hint">{id}</code>
      </span>
    ),
  },
  { title: "Placed", cell: ({ placed_at }) => <Moment at={placed_at} /> },
  {
    title: "Session",
    cell: ({ status, canceled }) =>
      canceled ? <Badge tone="over">Taken back</Badge> : status ? <StatusBadge status={status} /> : "–",
  },
  { title: "Told last", cell: (order) => <Told order={order} /> },
  { title: "Action", cell: (order) => <Tell order={order} /> },
];

const Told = ({ order: { told, failed } }: { order: Order }): JSX.Element => (
  <span class="titled">
    {told ? (
      <span>
        {told.text} {told.at && <Moment at={told.at} />}
      </span>
    ) : (
      "Nothing yet"
    )}
    {failed && (
      <span class="field-error">
        Failed <Moment at={failed.at} />: {failed.error}
      </span>
    )}
  </span>
);

function Tell({ order }: { order: Order }): JSX.Element | null {
  const may = useMay("tell-order");
  const change = useChange("tell-order", { order: order.id });
  if (!may) return null;
  // A refusal stands beside the button, through `error`.
  const run = () =>
    void change.run({}).then(
      () => say("The system is told once more."),
      () => undefined,
    );
  return (
    <span>
      <button type="button" class="link" aria-disabled={change.pending} onClick={run}>
        Tell again<span class="unseen"> about {order.id}</span>
      </button>
      <Setback error={change.error} />
    </span>
  );
}
