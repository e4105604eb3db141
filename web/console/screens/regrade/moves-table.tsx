import type { JSX } from "preact";
import { Badge, RecommendationBadge } from "../../parts/badge.tsx";
import { type Column, Table } from "../../parts/table.tsx";
import { flips, inOrder, type Move } from "./moves.ts";

/** Who moves, flips of the recommendation first. */
export const MovesTable = ({ moves }: { moves: readonly Move[] }): JSX.Element => (
  <Table caption="Who moves" columns={columns} rows={inOrder(moves)} keyOf={({ session }) => session} />
);

type Standing = Move["before"];

const Recommended = ({ of }: { of: Standing | null }): JSX.Element =>
  of?.recommendation ? <RecommendationBadge recommendation={of.recommendation} /> : <span class="nothing">none</span>;

const columns: readonly Column<Move>[] = [
  { title: "Session", cell: ({ session }) => <a href={`#/sessions/${session}`}>{session.slice(0, 12)}…</a> },
  { title: "Old score", figures: true, cell: ({ before }) => before.score ?? "–" },
  { title: "New score", figures: true, cell: ({ after }) => after?.score ?? "–" },
  { title: "Recommended", cell: ({ before }) => <Recommended of={before} /> },
  { title: "Then", cell: ({ after }) => <Recommended of={after} /> },
  { title: "Outcome", cell: (move) => <Outcome move={move} /> },
];

function Outcome({ move }: { move: Move }): JSX.Element {
  if (move.refused !== null) return <span>{move.refused}</span>;
  if (flips(move)) return <Badge tone="attention">Recommendation flips</Badge>;
  return move.moves ? <Badge tone="live">Score moves</Badge> : <Badge tone="over">Stays</Badge>;
}
