import type { JSX } from "preact";
import { counted } from "../../../shared/words.ts";
import type { Session } from "../../api/types.ts";
import { RecommendationBadge, StatusBadge } from "../../parts/badge.tsx";
import { Moment } from "../../parts/moment.tsx";
import type { Column } from "../../parts/table.tsx";

const Nothing = <span class="nothing">–</span>;

/** What the list shows of a session. */
export const columns: readonly Column<Session>[] = [
  { title: "Candidate", cell: ({ id, candidate }) => <Who id={id} candidate={candidate} /> },
  { title: "Status", cell: ({ status }) => <StatusBadge status={status} /> },
  { title: "Playbook", cell: ({ playbook, job }) => <What playbook={playbook} job={job} /> },
  { title: "Score", figures: true, cell: ({ score }) => score ?? Nothing },
  { title: "Recommendation", cell: (session) => <Standing {...session} /> },
  { title: "Changed", cell: ({ updated_at }) => <Moment at={updated_at} /> },
];

const Who = ({ id, candidate }: Pick<Session, "id" | "candidate">): JSX.Element => (
  <span class="two-lines">
    <a class="row-link" href={`#/sessions/${id}`}>
      {candidate?.name ?? "Erased"}
    </a>
    <span class="hint">{candidate?.email ?? id}</span>
  </span>
);

const What = ({ playbook, job }: Pick<Session, "playbook" | "job">): JSX.Element => (
  <span class="two-lines">
    <span>{playbook}</span>
    {job && <span class="hint">{job}</span>}
  </span>
);

/** What the rules say, and whether a person's look is missing. */
function Standing({ recommendation, open_reviews }: Pick<Session, "recommendation" | "open_reviews">): JSX.Element {
  return (
    <span class="standing">
      {recommendation === null ? Nothing : <RecommendationBadge recommendation={recommendation} />}
      {open_reviews > 0 && <span class="hint">{counted(open_reviews, "open review")}</span>}
    </span>
  );
}
