import type { ComponentChildren, JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

type DialogProps = { title: string; close: () => void; closeWord?: string; children: ComponentChildren };

/** A question over the page. Escape closes it, and the focus goes back to where it came from. */
export function Dialog({ title, close, closeWord = "Cancel", children }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    // At once, so that whoever closes it to lead elsewhere has the last word.
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      <button type="button" class="button button-quiet dialog-close" onClick={close}>
        {closeWord}
      </button>
    </dialog>
  );
}
