import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Line } from "../../../shared/prose.tsx";
import { useChange } from "../../api/hooks.ts";
import { fieldErrors } from "../../api/problem-words.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { AreaField } from "../../parts/field.tsx";
import { Person } from "../../parts/person.tsx";
import { say } from "../../parts/toasts.tsx";
import type { Kit } from "./card.ts";
import type { Compared } from "./compared.ts";
import { Marks } from "./marks.tsx";

type ConsensusProps = { kit: Kit; compared: Compared; close: () => void };

/** The raters, both by name, agree on one rating with a reason. */
export function Consensus({ kit, compared, close }: ConsensusProps): JSX.Element {
  const change = useChange("record-consensus", { session: kit.session });
  const [value, setValue] = useState<number>();
  const [reason, setReason] = useState("");
  const [asked, ask] = useState(false);
  const { question, given } = compared;
  const run = async () => {
    ask(true);
    if (value === undefined || reason.trim() === "") throw new Error("not complete");
    await change.run({ question: question.id, value, reason: reason.trim() });
    say("What you agreed on is recorded.");
  };
  return (
    <Confirm title="What did you agree on?" action="Record it" {...change} run={run} close={close}>
      <p id="consensus-question">
        <Line text={question.text} />
      </p>
      <ul class="consensus-raters">
        {given.flatMap(({ rater, value: own }) =>
          own === null
            ? []
            : [
                <li key={rater}>
                  <Person id={rater} /> rated <strong>{own}</strong>
                </li>,
              ],
        )}
      </ul>
      <Marks
        name="consensus"
        labelledBy="consensus-question"
        scale={kit.scale}
        value={value}
        choose={(chosen) => setValue(chosen ?? undefined)}
      />
      {asked && value === undefined && <p class="field-error">Choose the rating.</p>}
      <AreaField
        label="Why this rating"
        hint="It replaces both ratings. Both stay on record, with this reason and your name beside them."
        value={reason}
        change={setReason}
        error={asked && reason.trim() === "" ? "Say what convinced you." : fieldErrors(change.error)["reason"]}
        maxLength={2_000}
      />
    </Confirm>
  );
}
