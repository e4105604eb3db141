import type { ComponentChildren, JSX } from "preact";
import { Setback } from "../../../parts/setback.tsx";
import { say } from "../../../parts/toasts.tsx";
import { Unsaved } from "../../../parts/unsaved.tsx";

type SettingsFormProps = {
  dirty: boolean;
  /** Where the person may not change anything, the fields only tell. */
  may: boolean;
  save: () => Promise<unknown>;
  saved: string;
  reset: () => void;
  pending: boolean;
  error: unknown;
  children: ComponentChildren;
};

/** Settings that are saved together, with what keeps them from being lost. */
export function SettingsForm({
  dirty,
  may,
  save,
  saved,
  reset,
  pending,
  error,
  children,
}: SettingsFormProps): JSX.Element {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // A refusal stands in the form, through `error`.
    if (dirty && !pending)
      void save().then(
        () => say(saved),
        () => undefined,
      );
  };
  return (
    <form class="form settings-form" onSubmit={submit}>
      <Unsaved when={dirty} />
      <fieldset class="form" disabled={!may}>
        {children}
      </fieldset>
      <Setback error={error} />
      {may ? (
        <SaveBar dirty={dirty} pending={pending} reset={reset} />
      ) : (
        <p class="hint">Administrators change these settings.</p>
      )}
    </form>
  );
}

const SaveBar = ({ dirty, pending, reset }: Pick<SettingsFormProps, "dirty" | "pending" | "reset">): JSX.Element => (
  <div class="save-bar">
    <button type="submit" class="button" aria-disabled={!dirty || pending}>
      {pending ? "Saving…" : "Save"}
    </button>
    {dirty && (
      <button type="button" class="button button-quiet" onClick={reset}>
        Undo changes
      </button>
    )}
    <span class="hint" role="status">
      {dirty ? "Not saved yet." : "All saved."}
    </span>
  </div>
);
