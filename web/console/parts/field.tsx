import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";

type About = { label: string; hint?: ComponentChildren; error?: string };
type Tied = { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean | undefined };

/** A field with its label, its hint and what is wrong with it, tied together for every reader. */
export function Field({
  label,
  hint,
  error,
  children,
}: About & { children: (tied: Tied) => JSX.Element }): JSX.Element {
  const id = useId();
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, "aria-describedby": told || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="field-error">
          {error}
        </p>
      )}
    </div>
  );
}

type TextProps = About & {
  value: string;
  change: (value: string) => void;
  type?: "text" | "search" | "email" | "url" | "date" | "datetime-local" | "number" | "password";
} & Pick<
    JSX.IntrinsicElements["input"],
    "required" | "inputMode" | "autocomplete" | "placeholder" | "maxLength" | "min" | "max"
  >;

export const TextField = ({ label, hint, error, value, change, ...more }: TextProps): JSX.Element => {
  const attributes = more as JSX.IntrinsicElements["input"];
  return (
    <Field label={label} hint={hint} error={error}>
      {(tied) => (
        <input
          class="input"
          {...attributes}
          {...tied}
          value={value}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
};

type AreaProps = About & { value: string; change: (value: string) => void } & Pick<
    JSX.IntrinsicElements["textarea"],
    "required" | "placeholder" | "maxLength" | "rows"
  >;

export const AreaField = ({ label, hint, error, value, change, ...more }: AreaProps): JSX.Element => (
  <Field label={label} hint={hint} error={error}>
    {(tied) => (
      <textarea
        class="input input-area"
        {...more}
        {...tied}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    )}
  </Field>
);

type SelectProps = About & {
  value: string;
  change: (value: string) => void;
  options: readonly (readonly [value: string, label: string])[];
  required?: boolean;
};

export const SelectField = ({ label, hint, error, value, change, options, required }: SelectProps): JSX.Element => (
  <Field label={label} hint={hint} error={error}>
    {(tied) => (
      <select
        class="input"
        {...tied}
        required={required}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    )}
  </Field>
);

type CheckProps = About & { checked: boolean; change: (checked: boolean) => void; disabled?: boolean };

/** Yes or no, with its label beside it. */
export function CheckField({ label, hint, error, checked, change, disabled }: CheckProps): JSX.Element {
  const id = useId();
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={told || undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
