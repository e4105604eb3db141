import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useChange } from "../../api/hooks.ts";
import { useMe } from "../../me.ts";
import { devicePlace } from "../../parts/device.ts";
import { Setback } from "../../parts/setback.tsx";
import { say } from "../../parts/toasts.tsx";
import { CriterionFields } from "./criterion-fields.tsx";
import { type BlindItem, bodyOf, criteriaOf, type Marks, markOf, missingIn, totalOf, withMark } from "./marks.ts";

type MarkFormProps = { session: string; item: BlindItem; selected: string; done: () => void };

/** Marks of every criterion, kept on the device until they are submitted, all at once. */
export function MarkForm({ session, item, selected, done }: MarkFormProps): JSX.Element {
  const me = useMe();
  const kept = devicePlace<Marks>(`review:${session}:${item.item}:${me.id}`);
  const [marks, setMarks] = useState<Marks>(() => kept.get() ?? {});
  const [asked, ask] = useState(false);
  const change = useChange("submit-review", { session, item: item.item });
  const criteria = criteriaOf(item);
  const isComplete = criteria.every((each) => missingIn(markOf(marks, each), each).length === 0);
  const write = (next: Marks) => {
    setMarks(next);
    kept.put(next);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    ask(true);
    if (!isComplete || change.pending) return;
    // A refusal stands in the form, through `change.error`.
    void change.run(bodyOf(marks, criteria)).then(
      () => {
        kept.remove();
        say("Your mark counts from now on.");
        done();
      },
      () => undefined,
    );
  };
  return (
    <form
      class="form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.ctrlKey && event.key === "Enter" && submit(event)}
    >
      {criteria.map((criterion) => (
        <CriterionFields
          key={criterion.id}
          criterion={criterion}
          mark={markOf(marks, criterion)}
          missing={asked ? missingIn(markOf(marks, criterion), criterion) : []}
          selected={selected}
          change={(part) => write(withMark(marks, criterion, part))}
        />
      ))}
      <Setback error={change.error} />
      {asked && !isComplete && <p class="field-error">Something is still missing above.</p>}
      <div class="blind-submit">
        <p>
          <strong class="figures">{totalOf(marks, criteria)}</strong> of {item.max} points
          <span class="hint"> It counts at once; a later mark can correct it. Then the machine's mark is shown.</span>
        </p>
        <button
          type="submit"
          class="button button-large"
          aria-keyshortcuts="Control+Enter"
          aria-disabled={change.pending}
        >
          {change.pending ? "One moment…" : "Submit the mark"}
        </button>
      </div>
    </form>
  );
}
