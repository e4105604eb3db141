import type { JSX } from "preact";
import type { FieldProps, FieldView } from "./field.ts";

type Props = FieldProps<FieldView, string> & { rows: number; describedBy?: string | undefined };

/** A field for sentences. It grows with its text where the browser can; else it scrolls. */
export function TextArea({ value, change, name, labelledBy, locked, rows, describedBy }: Props): JSX.Element {
  return (
    <textarea
      id={`${name}-field`}
      class="input input-area"
      rows={rows}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      readOnly={locked}
      value={value ?? ""}
      onInput={(event) => change(event.currentTarget.value)}
    />
  );
}
