import type { JSX } from "preact";
import type { AnswerOf } from "../../../api/types.ts";
import { Chart, rangeDrawing } from "../../../charts/chart.tsx";
import { rangeOf } from "../../../charts/figures.ts";
import { RecommendationBadge } from "../../../parts/badge.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { Person } from "../../../parts/person.tsx";
import { Share } from "../../../parts/share.tsx";
import type { Names } from "../../../words/names.ts";
import { reasonWords } from "../../../words/reason-words.ts";
import { outcomeWords } from "../../../words/verdicts.ts";
import { Fragility } from "./fragility.tsx";
import type { SessionReport } from "./index.tsx";
import { Changes } from "./versions.tsx";

type Result = AnswerOf<"read-result">;
type VerdictProps = { report: SessionReport; result: Result; names: Names; isLatest: boolean };

/** The score before its bands, what the rules recommend and why, and how much hangs on a single point. */
export function Verdict({ report, result, names, isLatest }: VerdictProps): JSX.Element {
  const { playbook, session, decisions } = report;
  return (
    <section class="panel verdict" aria-labelledby="verdict-title">
      <h2 id="verdict-title" class="unseen">
        Score and recommendation
      </h2>
      {!isLatest && <p class="verdict-old">This is an older result. It was kept as it was.</p>}
      <div class="verdict-head">
        <Figures result={result} />
        <Chart draw={rangeDrawing} data={rangeOf(result, playbook)} height={148} />
      </div>
      <p class="verdict-bounds hint">{boundsWords(result)}</p>
      <Reasons result={result} frame={playbook} names={names} />
      {isLatest && <Fragility session={session.id} version={result.version} names={names} />}
      {result.version !== null && result.version > 1 && (
        <details class="verdict-part">
          <summary>What changed since result {result.version - 1}</summary>
          <Changes session={session.id} version={result.version} names={names} />
        </details>
      )}
      <Standing decision={decisions.at(-1)} session={session.id} />
    </section>
  );
}

const Figures = ({ result }: { result: Result }): JSX.Element => (
  <dl class="verdict-figures">
    <div>
      <dt>{result.stage === "final" ? "Final score" : "Provisional score"}</dt>
      <dd class="verdict-score">{result.score ?? "None yet"}</dd>
    </div>
    <div>
      <dt>The rules recommend</dt>
      <dd>{result.recommendation ? <RecommendationBadge recommendation={result.recommendation} /> : "Nothing"}</dd>
    </div>
    <div>
      <dt>Known</dt>
      <dd>
        <Share of={Number(result.coverage)} max={100} />
        {result.coverage} % of the weight
      </dd>
    </div>
  </dl>
);

function boundsWords({ stage, bounds }: Result): string {
  const { low, high } = bounds;
  if (stage === "provisional") {
    return low === high
      ? `The line is the assessment alone. With the ratings that are in it comes to ${low}.`
      : `The line is the assessment alone; the bar beneath is where the final score can still come to lie: ${low} to ${high}.`;
  }
  return low === high
    ? "Everything is in: nothing is missing that could move the score."
    : `What waits for a person can still move the score: ${low} to ${high}.`;
}

type ReasonsProps = { result: Result; frame: SessionReport["playbook"]; names: Names };

function Reasons({ result, frame, names }: ReasonsProps): JSX.Element | null {
  if (result.reasons.length === 0) return null;
  return (
    <div class="verdict-part">
      <h3>Why</h3>
      <ul class="bullets">
        {result.reasons.map((reason, place) => (
          <li key={place}>{reasonWords(reason, { names, frame })}</li>
        ))}
      </ul>
    </div>
  );
}

type StandingProps = { decision: SessionReport["decisions"][number] | undefined; session: string };

const Standing = ({ decision, session }: StandingProps): JSX.Element => (
  <p class="verdict-decision">
    {decision ? (
      <>
        <strong>Decided: {outcomeWords(decision.outcome)}</strong>, by <Person id={decision.actor} />,{" "}
        <Moment at={decision.at} />.{decision.reason && ` “${decision.reason}”`}
      </>
    ) : (
      <>Nothing is decided yet: the rules recommend, a person decides.</>
    )}{" "}
    <a class="no-print" href={`#/sessions/${session}/decision`}>
      Red flags and decision
    </a>
  </p>
);
