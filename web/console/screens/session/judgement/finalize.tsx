import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { counted } from "../../../../shared/words.ts";
import { useChange, useRead } from "../../../api/hooks.ts";
import { useReader } from "../../../api/staff.ts";
import { useMay } from "../../../may.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Confirm } from "../../../parts/confirm.tsx";
import { say } from "../../../parts/toasts.tsx";
import { namesOf } from "../../../words/names.ts";
import type { SessionReport } from "./index.tsx";

/** The step from the provisional to the final result, with what is still missing for it; nothing once it is done. */
export function Finalize({ report }: { report: SessionReport }): JSX.Element | null {
  const may = useMay("finalize-session");
  const [asked, ask] = useState(false);
  const { session, missing } = report;
  if (session.status !== "scored") return null;
  return (
    <section class="panel" aria-labelledby="finalize-title">
      <h2 id="finalize-title">Final result</h2>
      <Missing report={report} />
      {may && missing.length === 0 && (
        <button type="button" class="button" onClick={() => ask(true)}>
          Declare the interviews in
        </button>
      )}
      {asked && <Question session={session.id} close={() => ask(false)} />}
    </section>
  );
}

function Missing({ report }: { report: SessionReport }): JSX.Element {
  const reader = useReader();
  const { session, playbook, missing } = report;
  const names = namesOf(playbook, reader);
  const result = useRead("read-result", { session: session.id });
  const apart = result.data?.needs_reconciliation ?? [];
  return (
    <div class="missing">
      <p>
        {missing.length > 0
          ? `The result is provisional. ${counted(missing.length, "question")} still miss ratings; once they are in and agree, the result becomes final by itself.`
          : "Every question is rated. The result becomes final by itself in a moment; you can also say so now."}
      </p>
      {missing.length > 0 && (
        <ul class="bullets">
          {missing.map(({ question, raters, needed }) => (
            <li key={question}>
              {names.question(question)}: {raters} of {counted(needed, "rating")}
            </li>
          ))}
        </ul>
      )}
      {apart.map(({ question }) => (
        <p key={question}>
          <Badge tone="attention">To be settled</Badge> The ratings of {names.question(question)} are 2 or more apart. A
          result that is final before they are settled recommends “Incomplete”.
        </p>
      ))}
      {missing.length > 0 && (
        <p class="hint">
          Whoever isn't invited to an interview gets a scorecard whose questions are marked “not assessed”, with that
          reason.
        </p>
      )}
    </div>
  );
}

function Question({ session, close }: { session: string; close: () => void }): JSX.Element {
  const change = useChange("finalize-session", { session });
  const run = async () => {
    await change.run(undefined);
    say("The result is final.");
  };
  return (
    <Confirm title="Declare the interviews in?" action="Make the result final" {...change} run={run} close={close}>
      <p>
        The result is computed from the assessment and the interviews together, and stays final: later cards and answers
        to flags make later final results. Connected systems are told; the candidate is not.
      </p>
    </Confirm>
  );
}
