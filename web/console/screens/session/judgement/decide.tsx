import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { OUTCOMES, type Outcome } from "#shared/domain/session/people-facts.ts";
import { useChange } from "../../../api/hooks.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { AreaField } from "../../../parts/field.tsx";
import { Said } from "../../../parts/said.tsx";
import { say } from "../../../parts/toasts.tsx";
import { reasonNeeded } from "../../../words/decision-words.ts";
import { outcomeWords } from "../../../words/verdicts.ts";
import type { SessionReport } from "./index.tsx";

const MEANINGS: { [O in Outcome]: string } = {
  advance: "The candidate goes on.",
  hold: "Neither yes nor no for now.",
  reject: "The candidate doesn't go on.",
};

/** The choice and its reason; whether it takes one is said before anything is sent. */
export function Decide({ report }: { report: SessionReport }): JSX.Element {
  const { session, decisions, results } = report;
  const recommendation = results.at(-1)?.recommendation ?? null;
  const [outcome, choose] = useState<Outcome>();
  const [reason, setReason] = useState("");
  const [asked, ask] = useState(false);
  const needed = outcome && reasonNeeded(outcome, { recommendation, isChange: decisions.length > 0 });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    ask(true);
  };
  const done = () => {
    choose(undefined);
    setReason("");
  };
  return (
    <form class="form decide" onSubmit={submit}>
      <Choice outcome={outcome} choose={choose} title={decisions.length > 0 ? "Change the decision" : "Decide"} />
      <AreaField
        label={needed?.is ? "Reason" : "Reason (optional)"}
        hint={needed?.sentence ?? "Choose an outcome first; then it says here whether a reason is needed."}
        required={needed?.is ?? false}
        maxLength={2_000}
        value={reason}
        change={setReason}
      />
      <button type="submit" class="button decide-button" disabled={outcome === undefined}>
        {outcome ? `Decide: ${outcomeWords(outcome)}` : "Decide"}
      </button>
      {asked && outcome && (
        <Question session={session.id} outcome={outcome} reason={reason} done={done} close={() => ask(false)} />
      )}
    </form>
  );
}

type ChoiceProps = { outcome: Outcome | undefined; choose: (outcome: Outcome) => void; title: string };

const Choice = ({ outcome, choose, title }: ChoiceProps): JSX.Element => (
  <fieldset class="choices">
    <legend>{title}</legend>
    {OUTCOMES.map((each) => (
      <label key={each} class="choice">
        <input type="radio" name="outcome" required checked={each === outcome} onChange={() => choose(each)} />
        <span>
          <strong>{outcomeWords(each)}</strong>
          <span class="hint"> {MEANINGS[each]}</span>
        </span>
      </label>
    ))}
  </fieldset>
);

type QuestionProps = { session: string; outcome: Outcome; reason: string; done: () => void; close: () => void };

function Question({ session, outcome, reason, done, close }: QuestionProps): JSX.Element {
  const change = useChange("decide-session", { session });
  const run = async () => {
    await change.run({ outcome, reason: reason.trim() || null });
    say("The decision stands.");
    done();
  };
  return (
    <Confirm
      title={`Decide: ${outcomeWords(outcome)}?`}
      action="Put it in the log"
      closeWord="Go back"
      {...change}
      run={run}
      close={close}
    >
      {reason.trim() && (
        <p>
          <Said text={reason.trim()} />
        </p>
      )}
      <p>
        The decision stands under your name. Connected systems are told; the candidate gets no message, and sees on the
        own link what the playbook shares. It can be changed later, with a reason, and both are kept.
      </p>
    </Confirm>
  );
}
