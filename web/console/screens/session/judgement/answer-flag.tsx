import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useChange } from "../../../api/hooks.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { AreaField } from "../../../parts/field.tsx";
import { say } from "../../../parts/toasts.tsx";
import { effectWords, type Flag, type FlagStep } from "../../../words/four-eyes.ts";

type AnswerFlagProps = { step: FlagStep; flag: Flag; session: string; close: () => void };

const QUESTIONS: { [S in FlagStep]: readonly [title: string, action: string, done: string] } = {
  confirm: ["Confirm this red flag?", "Confirm the flag", "The red flag is confirmed."],
  lift: ["Lift this red flag as mistaken?", "Lift the flag", "The red flag is lifted."],
  override: ["Override this red flag?", "Override the flag", "The red flag is overridden."],
};

/** Answers a raising, with a reason and the consequence said before. */
export function AnswerFlag({ step, flag, session, close }: AnswerFlagProps): JSX.Element {
  const change = useChange(`${step}-flag`, { session, flag: flag.id ?? flag.flag });
  const [reason, setReason] = useState("");
  const [title, action, done] = QUESTIONS[step];
  const run = async () => {
    await change.run({ reason: reason.trim() });
    say(done);
  };
  return (
    <Confirm title={title} action={action} danger={step === "confirm"} {...change} run={run} close={close}>
      <p>
        <strong>{flag.title}.</strong> {effectWords(step, flag.severity)}
      </p>
      <AreaField
        label="Reason"
        hint="Stands in the audit log with your name."
        required
        maxLength={2_000}
        value={reason}
        change={setReason}
      />
    </Confirm>
  );
}
