import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { Field } from "./field.tsx";
import { say } from "./toasts.tsx";

type CopyTextProps = { label: string; hint?: string; text: string };

/** A text to take along: a link, a key. */
export function CopyText({ label, hint, text }: CopyTextProps): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      say("Copied.");
    } catch {
      // The browser may not let us; then the text is selected.
      say("Press Ctrl+C or ⌘C to copy what is selected.");
    }
  };
  return (
    <Field label={label} hint={hint}>
      {(tied) => (
        <div class="copy-text">
          <input ref={field} class="input" readOnly {...tied} value={text} />
          <button type="button" class="button" onClick={() => void copy()}>
            Copy
          </button>
        </div>
      )}
    </Field>
  );
}
