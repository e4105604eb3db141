import type { JSX } from "preact";
import { useMay } from "../../../may.ts";
import { RecommendationBadge } from "../../../parts/badge.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { Person } from "../../../parts/person.tsx";
import { Said } from "../../../parts/said.tsx";
import { outcomeWords, recommendationWords, stageWords } from "../../../words/verdicts.ts";
import { Decide } from "./decide.tsx";
import type { SessionReport } from "./index.tsx";

/** What was decided, by whom and why, and the form in which a person decides. */
export function Decision({ report }: { report: SessionReport }): JSX.Element {
  const { session, decisions } = report;
  const may = useMay("decide-session");
  const open = session.status === "finalized" || session.status === "decided";
  return (
    <section class="panel" aria-labelledby="decision-title">
      <h2 id="decision-title">Decision</h2>
      <Recommended result={report.results.at(-1)} />
      {decisions.length > 0 && <Decisions decisions={decisions} />}
      {!open && <p>{WAITS[session.status] ?? "This session ended without a decision."}</p>}
      {open && !may && decisions.length === 0 && <p>Nothing is decided yet. A recruiter decides.</p>}
      {open && may && <Decide report={report} />}
    </section>
  );
}

const WAITS: { [S in SessionReport["session"]["status"]]?: string } = {
  invited: "There is nothing to decide yet: the assessment wasn't started.",
  in_progress: "There is nothing to decide yet: the assessment is being taken.",
  grading: "There is nothing to decide yet: the answers are being graded.",
  scored: "A decision follows the final result, once the interviews are in.",
};

const Recommended = ({ result }: { result: SessionReport["results"][number] | undefined }): JSX.Element | null =>
  result ? (
    <p class="recommended">
      The rules recommend{" "}
      {result.recommendation ? <RecommendationBadge recommendation={result.recommendation} /> : "nothing"}
      <span class="hint">
        {" "}
        result {result.version}, {stageWords(result.stage).toLowerCase()}, score {result.score ?? "none"}
      </span>
    </p>
  ) : null;

/** The last one stands; those before it were changed, and are kept. */
const Decisions = ({ decisions }: Pick<SessionReport, "decisions">): JSX.Element => (
  <ol class="decisions">
    {decisions.toReversed().map(({ outcome, reason, actor, at, result, recommendation }, place) => (
      <li key={at} class={place === 0 ? "decision" : "decision is-changed"}>
        <p>
          <strong>{outcomeWords(outcome)}</strong>
          {place > 0 && <span class="hint"> (changed later)</span>}
        </p>
        {reason && (
          <p>
            <Said text={reason} />
          </p>
        )}
        <p class="hint">
          <Person id={actor} />, <Moment at={at} />, on result {result}, which recommended “
          {recommendationWords(recommendation)}”
        </p>
      </li>
    ))}
  </ol>
);
