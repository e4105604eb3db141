import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { useRead } from "../../../api/hooks.ts";
import { useReader } from "../../../api/staff.ts";
import type { AnswerOf, Session } from "../../../api/types.ts";
import { Empty } from "../../../parts/empty.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { namesOf } from "../../../words/names.ts";
import { Categories } from "./categories.tsx";
import { Interview } from "./interview.tsx";
import { PrintButton } from "./print.tsx";
import { Timeline } from "./timeline.tsx";
import { Verdict } from "./verdict.tsx";
import { Versions } from "./versions.tsx";
import { Work } from "./work/work.tsx";

export type SessionReport = AnswerOf<"read-session-report">;

/** How a session stands, from its score down to each line that the score rests on. */
export default function ReportView({ session }: { session: Session }): JSX.Element {
  const report = useRead("read-session-report", { session: session.id });
  return (
    <Loaded of={report} waiting={<Skeleton lines={12} />}>
      {(found) => (found.results.length > 0 ? <Report report={found} /> : <NoResult session={session} />)}
    </Loaded>
  );
}

const WAITS: { [S in Session["status"]]?: string } = {
  invited: "The candidate hasn't started yet. The score comes by itself once the assessment is handed in.",
  in_progress: "The candidate is taking the assessment now. The score comes by itself once it is handed in.",
  grading: "The answers are being graded; that takes a minute or two. This page shows the score by itself.",
};

function NoResult({ session }: { session: Session }): JSX.Element {
  return (
    <>
      <Empty title="There is no score yet">
        <p>{WAITS[session.status] ?? "This session ended before anything was scored."}</p>
      </Empty>
      <Timeline session={session.id} />
    </>
  );
}

function Report({ report }: { report: SessionReport }): JSX.Element {
  const { session, playbook, results } = report;
  const latest = results.at(-1)!.version!;
  const [chosen, choose] = useState(latest);
  const version = chosen > latest ? latest : chosen;
  const reader = useReader();
  const names = useMemo(() => namesOf(playbook, reader), [playbook, reader]);
  const result = useRead("read-result", { session: session.id }, { query: { version } });
  const answers = useRead("read-answers", { session: session.id });
  return (
    <div class="report">
      <div class="report-bar">
        <Versions report={report} version={version} choose={choose} />
        <PrintButton />
      </div>
      <Loaded of={result} waiting={<Skeleton lines={10} />}>
        {(read) => (
          <>
            <Verdict report={report} result={read} names={names} isLatest={version === latest} />
            <Categories result={read} frame={playbook} names={names} />
            <Loaded of={answers}>
              {({ answers: given }) => <Work frame={playbook} result={read} answers={given} names={names} />}
            </Loaded>
            <Interview session={session.id} frame={playbook} result={read} names={names} />
          </>
        )}
      </Loaded>
      <Timeline session={session.id} names={names} />
    </div>
  );
}
