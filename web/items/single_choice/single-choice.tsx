import type { JSX } from "preact";
import { Line } from "#web/shared/prose.tsx";
import { type FieldKind, type FieldProps, type FieldView, type Option, optionText } from "../field.ts";

type View = FieldView & { options: Option[] };

export const singleChoice: FieldKind<View, string> = {
  Field: SingleChoiceField,
  say: (view, value) => optionText(view.options, value),
};

function SingleChoiceField({ view, value, change, name, labelledBy, locked }: FieldProps<View, string>): JSX.Element {
  return (
    <div class="options" role="radiogroup" aria-labelledby={labelledBy}>
      {view.options.map((option) => (
        <label key={option.id} class="option">
          <input
            type="radio"
            name={name}
            value={option.id}
            checked={value === option.id}
            disabled={locked}
            onChange={() => change(option.id)}
          />
          <span>
            <Line text={option.text} />
          </span>
        </label>
      ))}
    </div>
  );
}
