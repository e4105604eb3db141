import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Notice } from "../../../../shared/notice.tsx";
import { useRead } from "../../../api/hooks.ts";
import { useReader } from "../../../api/staff.ts";
import type { AnswerOf, Session } from "../../../api/types.ts";
import { Empty } from "../../../parts/empty.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { namesOf } from "../../../words/names.ts";
import { isNothing, NOTHING_SUPPOSED } from "../../../words/supposition.ts";
import { Fields } from "./fields.tsx";
import { Outcome } from "./outcome.tsx";

export type SessionReport = AnswerOf<"read-session-report">;

/** The result as it would be with other points, ratings or flags. Nothing of it is kept. */
export default function WhatIf({ session }: { session: Session }): JSX.Element {
  const report = useRead("read-session-report", { session: session.id });
  return (
    <Loaded of={report} waiting={<Skeleton lines={10} />}>
      {(found) => (found.results.length > 0 ? <Trial report={found} /> : <NoResult />)}
    </Loaded>
  );
}

const NoResult = (): JSX.Element => (
  <Empty title="There is nothing to try out yet">
    <p>Once the assessment is scored, you can see here what other points or ratings would make of it.</p>
  </Empty>
);

function Trial({ report }: { report: SessionReport }): JSX.Element {
  const { session, playbook } = report;
  const [supposed, suppose] = useState(NOTHING_SUPPOSED);
  const reader = useReader();
  const result = useRead("read-result", { session: session.id });
  const names = namesOf(playbook, reader);
  return (
    <div class="report">
      <Notice kind="note">
        <p>
          <strong>This is a trial. Nothing you change here is stored</strong>, and nobody else sees it. The result that
          stands is on the report.
        </p>
      </Notice>
      <Loaded of={result}>
        {(standing) => (
          <div class="trial">
            <Fields frame={playbook} standing={standing} names={names} supposed={supposed} suppose={suppose} />
            <div class="trial-outcome">
              <Outcome report={report} standing={standing} supposed={supposed} names={names} />
              <button
                type="button"
                class="button button-quiet"
                disabled={isNothing(supposed)}
                onClick={() => suppose(NOTHING_SUPPOSED)}
              >
                Back to how it stands
              </button>
            </div>
          </div>
        )}
      </Loaded>
    </div>
  );
}
