import type { JSX } from "preact";
import type { FieldProps, FieldView } from "./field.ts";

type Props = FieldProps<FieldView & { hint?: string | undefined }, string> & { numeric?: boolean };

/** A field of one line, with the author's word about what goes in. */
export function TextLine({ view, value, change, name, labelledBy, locked, numeric }: Props): JSX.Element {
  return (
    <div class="text-line">
      <input
        id={`${name}-field`}
        class={numeric ? "input input-short" : "input"}
        type="text"
        inputMode={numeric ? "decimal" : "text"}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-labelledby={labelledBy}
        aria-describedby={view.hint ? `${name}-hint` : undefined}
        readOnly={locked}
        value={value ?? ""}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {view.hint && (
        <p id={`${name}-hint`} class="hint">
          {view.hint}
        </p>
      )}
    </div>
  );
}
