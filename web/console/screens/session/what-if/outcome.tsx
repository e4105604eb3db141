import { keepPreviousData, useQuery } from "@tanstack/preact-query";
import type { JSX } from "preact";
import { useCall } from "../../../api/hooks.ts";
import type { AnswerOf } from "../../../api/types.ts";
import { Chart, rangeDrawing } from "../../../charts/chart.tsx";
import { rangeOf } from "../../../charts/figures.ts";
import { RecommendationBadge } from "../../../parts/badge.tsx";
import { Setback } from "../../../parts/setback.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { changesBetween } from "../../../words/changes.ts";
import { fragilityWords } from "../../../words/fragility-words.ts";
import type { Names } from "../../../words/names.ts";
import { reasonWords } from "../../../words/reason-words.ts";
import { isNothing, type Supposed, suppositionOf } from "../../../words/supposition.ts";
import { stageWords } from "../../../words/verdicts.ts";
import type { SessionReport } from "./index.tsx";

type Result = AnswerOf<"read-result">;
type OutcomeProps = { report: SessionReport; standing: Result; supposed: Supposed; names: Names };

/** What would come of it, beside what stands. */
export function Outcome({ report, standing, supposed, names }: OutcomeProps): JSX.Element {
  const { session, playbook } = report;
  const call = useCall();
  const body = suppositionOf(supposed, playbook);
  const trial = useQuery({
    queryKey: ["supposed", session.id, body],
    queryFn: ({ signal }) => call("suppose-result", { session: session.id }, { body, signal }),
    enabled: body !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <section class="panel" aria-labelledby="trial-title">
      <h2 id="trial-title">It would be</h2>
      {!body && <p class="hint">A field holds what can't be tried: it says so beneath it.</p>}
      <Setback error={trial.error} />
      {!trial.data && !trial.error && <Skeleton lines={5} />}
      {trial.data && (
        <div role="status">
          <Figures standing={standing} result={trial.data.result} />
          <Chart draw={rangeDrawing} data={rangeOf(trial.data.result, playbook)} height={148} />
          <Reasons result={trial.data.result} frame={playbook} names={names} />
          <p class="verdict-part">{fragilityWords(trial.data.fragility)}</p>
          {!isNothing(supposed) && <Changes standing={standing} result={trial.data.result} names={names} />}
        </div>
      )}
    </section>
  );
}

const Figures = ({ standing, result }: { standing: Result; result: Result }): JSX.Element => (
  <p class="trial-figures">
    <span class="trial-score">{result.score ?? "no score"}</span>
    {result.recommendation && <RecommendationBadge recommendation={result.recommendation} />}
    <span class="hint">
      {stageWords(result.stage).toLowerCase()}; stands at {standing.score ?? "no score"}
    </span>
  </p>
);

type ReasonsProps = { result: Result; frame: SessionReport["playbook"]; names: Names };

const Reasons = ({ result, frame, names }: ReasonsProps): JSX.Element => (
  <ul class="bullets verdict-part">
    {result.reasons.map((reason, place) => (
      <li key={place}>{reasonWords(reason, { names, frame })}</li>
    ))}
  </ul>
);

function Changes({ standing, result, names }: { standing: Result; result: Result; names: Names }): JSX.Element | null {
  const changes = changesBetween(standing, result, names);
  if (changes.length === 0) return <p class="verdict-part">Nothing would change.</p>;
  return (
    <div class="verdict-part">
      <h3>What would change</h3>
      <ul class="bullets">
        {changes.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
