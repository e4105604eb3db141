import type { JSX } from "preact";
import { Line } from "#web/shared/prose.tsx";
import { listed } from "#web/shared/words.ts";
import { type FieldKind, type FieldProps, type FieldView, type Option, optionText } from "../field.ts";

type View = FieldView & { options: Option[] };

export const multiSelect: FieldKind<View, string[]> = {
  Field: MultiSelectField,
  say: (view, value) => listed(value.map((id) => optionText(view.options, id))) || "none",
};

function MultiSelectField({ view, value, change, name, labelledBy, locked }: FieldProps<View, string[]>): JSX.Element {
  const picked = new Set(value);
  const toggle = (id: string) => {
    const next = view.options.filter((option) => (option.id === id ? !picked.has(id) : picked.has(option.id)));
    change(next.length > 0 ? next.map((option) => option.id) : null);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't take its name from the question above it.
    <div class="options" role="group" aria-labelledby={labelledBy}>
      <p class="hint">Pick all that apply.</p>
      {view.options.map((option) => (
        <label key={option.id} class="option">
          <input
            type="checkbox"
            name={name}
            value={option.id}
            checked={picked.has(option.id)}
            disabled={locked}
            onChange={() => toggle(option.id)}
          />
          <span>
            <Line text={option.text} />
          </span>
        </label>
      ))}
    </div>
  );
}
