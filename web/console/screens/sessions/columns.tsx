import type { Session } from "../../api/types.ts";
import { RecommendationBadge, StatusBadge } from "../../parts/badge.tsx";
import { Moment } from "../../parts/moment.tsx";
import type { Column } from "../../parts/table.tsx";

/** What the list shows of a session. */
export const columns: readonly Column<Session>[] = [
  {
    title: "Candidate",
    cell: ({ id, candidate }) => <a href={`#/sessions/${id}`}>{candidate?.name ?? "Erased"}</a>,
  },
  { title: "Status", cell: ({ status }) => <StatusBadge status={status} /> },
  { title: "Playbook", cell: ({ playbook }) => playbook },
  { title: "Score", figures: true, cell: ({ score }) => score ?? "–" },
  {
    title: "Recommendation",
    cell: ({ recommendation }) =>
      recommendation === null ? "–" : <RecommendationBadge recommendation={recommendation} />,
  },
  { title: "Changed", cell: ({ updated_at }) => <Moment at={updated_at} /> },
];
