import type { JSX } from "preact";
import { Line } from "../../shared/prose.tsx";
import type { Field, Shape } from "../reading/shape.ts";

/** From this depth on, fields are folded away. */
const FOLDED = 2;

/** What a body is made of, field by field. */
export const ShapeView = ({ shape, depth = 0 }: { shape: Shape; depth?: number }): JSX.Element => (
  <>
    {depth === 0 && shape.type !== "object" && (
      <p class="shape-type">
        <Type shape={shape} />
      </p>
    )}
    {shape.fields.length > 0 && (
      <ul class="fields">
        {shape.fields.map((field) => (
          <FieldLine key={field.name} field={field} depth={depth} />
        ))}
      </ul>
    )}
    {shape.choices.map((choice, place) => (
      <div key={place} class="choice">
        <p class="hint">Shape {place + 1}</p>
        <ShapeView shape={choice} depth={depth} />
      </div>
    ))}
  </>
);

const FieldLine = ({ field: { name, required, shape }, depth }: { field: Field; depth: number }): JSX.Element => (
  <li class="field-line">
    <p>
      <code class="field-name">{name}</code> <Type shape={shape} />{" "}
      {!required && <span class="field-optional">optional</span>}
    </p>
    {shape.notes.length > 0 && (
      <p class="hint">
        <Line text={shape.notes.map(sentence).join(" ")} />
      </p>
    )}
    {shape.values.length > 0 && <Values values={shape.values} />}
    <Inner shape={shape} depth={depth + 1} />
  </li>
);

const sentence = (note: string): string => `${note[0]!.toUpperCase()}${note.slice(1).replace(/\.$/, "")}.`;

const Type = ({ shape }: { shape: Shape }): JSX.Element => <span class="field-type">{shape.type}</span>;

const Values = ({ values }: { values: readonly string[] }): JSX.Element => (
  <p class="values">
    {values.map((value) => (
      <code key={value}>{value}</code>
    ))}
  </p>
);

function Inner({ shape, depth }: { shape: Shape; depth: number }): JSX.Element | null {
  if (shape.fields.length === 0 && shape.choices.length === 0) return null;
  if (depth < FOLDED) return <ShapeView shape={shape} depth={depth} />;
  return (
    <details class="folded">
      <summary>{shape.fields.length > 0 ? `${shape.fields.length} fields` : `${shape.choices.length} shapes`}</summary>
      <ShapeView shape={shape} depth={depth} />
    </details>
  );
}
