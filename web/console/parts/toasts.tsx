import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

type Toast = { id: number; text: string; undo?: () => void };

const SHOWN = 10_000;

let toasts: Toast[] = [];
let last = 0;
let changed: () => void = () => {};

function change(next: Toast[]): void {
  toasts = next;
  changed();
}

const drop = (id: number): void => change(toasts.filter((toast) => toast.id !== id));

/** Says that something was done, for eyes and ears, with a way back where there is one. */
export function say(text: string, undo?: () => void): void {
  last += 1;
  change([...toasts.slice(-2), { id: last, text, ...(undo && { undo }) }]);
}

/** Where it is said; stands on the page for as long as it is open. */
export function Toasts(): JSX.Element {
  const [, redraw] = useState(0);
  useEffect(() => {
    changed = () => redraw((times) => times + 1);
  }, []);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <Line key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

/** Goes by itself, but not while somebody is at it. */
function Line({ toast }: { toast: Toast }): JSX.Element {
  const { id, text, undo } = toast;
  const [held, hold] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => drop(id), SHOWN);
    return () => clearTimeout(timer);
  }, [held]);
  const takeBack = () => {
    undo?.();
    drop(id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody points at it or is in it.
    <div
      class="toast"
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocusIn={() => hold(true)}
      onFocusOut={() => hold(false)}
    >
      <span>{text}</span>
      {undo && (
        <button type="button" class="link" onClick={takeBack}>
          Undo
        </button>
      )}
      <button type="button" class="toast-close" aria-label="Close the message" onClick={() => drop(id)}>
        ×
      </button>
    </div>
  );
}
