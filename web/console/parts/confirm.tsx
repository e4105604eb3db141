import type { ComponentChildren, JSX } from "preact";
import { Dialog } from "./dialog.tsx";
import { Setback } from "./setback.tsx";

type ConfirmProps = {
  title: string;
  /** What the button does, as a verb: `Cancel the session`. */
  action: string;
  danger?: boolean;
  /** Does it; the dialog closes when it is done, and stays with the reason where it isn't. */
  run: () => Promise<unknown>;
  pending: boolean;
  error: unknown;
  close: () => void;
  closeWord?: string;
  /** What happens then, and fields that it takes. */
  children: ComponentChildren;
};

/** Nothing that can't be undone happens without a sentence that says what it does. */
export function Confirm({ title, action, danger, run, pending, error, close, closeWord, children }: ConfirmProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // A refusal stands in the dialog, through `error`.
    if (!pending) void run().then(close, () => undefined);
  };
  return (
    <Dialog title={title} close={close} closeWord={closeWord}>
      <form class="form" onSubmit={submit}>
        {children}
        <Setback error={error} />
        <ConfirmButton action={action} danger={danger} pending={pending} />
      </form>
    </Dialog>
  );
}

type ButtonProps = Pick<ConfirmProps, "action" | "danger" | "pending">;
const ConfirmButton = ({ action, danger, pending }: ButtonProps): JSX.Element => (
  <button type="submit" class={danger ? "button button-danger" : "button"} aria-disabled={pending}>
    {pending ? "One moment…" : action}
  </button>
);
