import type { JSX } from "preact";
import type { Json } from "#shared/domain/foundation/json.ts";
import { Line, Prose } from "#web/shared/prose.tsx";
import { pointsInWords } from "#web/shared/words.ts";
import type { FieldKind, FieldProps, FieldView } from "./field.ts";
import { kindIn, sayIn } from "./part-kinds.ts";

export type PartsValue = { [part: string]: Json };
export type PartsView = FieldView & { parts: FieldView[] };

/** The parts' values with one of them changed; null when none is left. */
export function withPart(value: PartsValue | null, part: string, next: Json): PartsValue | null {
  const { [part]: _before, ...others } = value ?? {};
  const changed = next === null || next === "" ? others : { ...others, [part]: next };
  return Object.keys(changed).length > 0 ? changed : null;
}

/** Several fields, each with its own question, numbered; `kinds` are the types that a part may have. */
export const partsOf = <View extends PartsView>(kinds: object): Pick<FieldKind<View, PartsValue>, "Field" | "say"> => ({
  Field: (props) => <PartList {...props} kinds={kinds} />,
  say: (view, value) =>
    view.parts.map((part) => `${part.title}: ${sayIn(kinds, part, value[part.id] ?? null)}`).join("\n"),
});

type ListProps = FieldProps<PartsView, PartsValue> & { kinds: object };

function PartList(props: ListProps): JSX.Element {
  return (
    <ol class="parts">
      {props.view.parts.map((part) => (
        <li key={part.id} class="part">
          <PartField {...props} part={part} />
        </li>
      ))}
    </ol>
  );
}

function PartField({ kinds, part, value, change, name, locked, run }: ListProps & { part: FieldView }) {
  const label = `${name}-${part.id}-label`;
  const { Field, Material } = kindIn(kinds, part.type);
  return (
    <>
      <div class="part-head">
        <h2 id={label}>
          <Line text={part.title} />
        </h2>
        <span class="points">{pointsInWords(part.points)}</span>
      </div>
      {part.prompt && <Prose text={part.prompt} />}
      {Material && <Material view={part} />}
      <Field
        view={part}
        value={value?.[part.id] ?? null}
        change={(next) => change(withPart(value, part.id, next))}
        name={`${name}-${part.id}`}
        labelledBy={label}
        locked={locked}
        run={run && ((answer) => run({ [part.id]: answer }))}
      />
    </>
  );
}
