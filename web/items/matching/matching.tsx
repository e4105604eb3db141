import type { JSX } from "preact";
import { Line } from "#web/shared/prose.tsx";
import { type FieldKind, type FieldProps, type FieldView, type Option, optionText } from "../field.ts";

type View = FieldView & { left: Option[]; right: Option[] };
type Pairs = { [left: string]: string };

/** The pairs with one of them set, or taken away where `right` is empty. */
export function paired(pairs: Pairs | null, left: string, right: string): Pairs | null {
  const { [left]: _before, ...others } = pairs ?? {};
  const next = right === "" ? others : { ...others, [left]: right };
  return Object.keys(next).length > 0 ? next : null;
}

export const matching: FieldKind<View, Pairs> = {
  Field: MatchingField,
  say: (view, value) => view.left.map(({ id, text }) => `${text}: ${optionText(view.right, value[id])}`).join("\n"),
};

function MatchingField({ view, value, change, name, labelledBy, locked }: FieldProps<View, Pairs>): JSX.Element {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't take its name from the question above it.
    <div class="matching" role="group" aria-labelledby={labelledBy}>
      {view.left.map((left) => (
        <div key={left.id} class="match">
          <label for={`${name}-${left.id}`}>
            <Line text={left.text} />
          </label>
          <select
            id={`${name}-${left.id}`}
            class="input"
            value={value?.[left.id] ?? ""}
            disabled={locked}
            onChange={(event) => change(paired(value, left.id, event.currentTarget.value))}
          >
            <option value="">Choose…</option>
            {view.right.map((right) => (
              <option key={right.id} value={right.id}>
                {right.text}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
}
