import type { ComponentChildren, JSX } from "preact";
import type { AnswerOf } from "../../../api/types.ts";
import { SelectField, TextField } from "../../../parts/field.tsx";
import type { Names } from "../../../words/names.ts";
import { NOT_ASSESSED, pointsError, type Supposed } from "../../../words/supposition.ts";
import type { SessionReport } from "./index.tsx";

type Frame = SessionReport["playbook"];

type FieldsProps = {
  frame: Frame;
  standing: AnswerOf<"read-result">;
  names: Names;
  supposed: Supposed;
  suppose: (supposed: Supposed) => void;
};

/** A field for each item, each question and each red flag; left alone, it stays as it stands. */
export function Fields({ frame, standing, names, supposed, suppose }: FieldsProps): JSX.Element {
  const set = (part: keyof Supposed, name: string) => (value: string) =>
    suppose({ ...supposed, [part]: { ...supposed[part], [name]: value } });
  return (
    <div class="panel trial-fields">
      <Group title="Points">
        {standing.items.map(({ id, points, max }) => (
          <TextField
            key={id}
            label={names.item(id)}
            hint={`Stands at ${points} of ${max}`}
            inputMode="decimal"
            autocomplete="off"
            placeholder={points}
            value={supposed.points[id] ?? ""}
            change={set("points", id)}
            error={pointsError(supposed.points[id] ?? "", max)}
          />
        ))}
      </Group>
      {frame.questions.length > 0 && (
        <Group title="Ratings, in place of every interviewer's">
          {frame.questions.map(({ id }) => (
            <SelectField
              key={id}
              label={names.question(id)}
              value={supposed.ratings[id] ?? ""}
              change={set("ratings", id)}
              options={ratingOptions(frame.scale)}
            />
          ))}
        </Group>
      )}
      {frame.red_flags.length > 0 && (
        <Group title="Red flags">
          {frame.red_flags.map(({ id, title }) => (
            <SelectField
              key={id}
              label={title}
              value={supposed.flags[id] ?? ""}
              change={set("flags", id)}
              options={FLAG_OPTIONS}
            />
          ))}
        </Group>
      )}
    </div>
  );
}

const Group = ({ title, children }: { title: string; children: ComponentChildren }): JSX.Element => (
  <fieldset class="trial-group">
    <legend>{title}</legend>
    {children}
  </fieldset>
);

type Options = readonly (readonly [value: string, label: string])[];

const FLAG_OPTIONS: Options = [
  ["", "As it stands"],
  ["raised", "Raised, not confirmed"],
  ["confirmed", "Confirmed"],
  ["lifted", "Lifted as mistaken"],
  ["overridden", "Overridden"],
];

const ratingOptions = ({ min, max }: Frame["scale"]): Options => [
  ["", "As it stands"],
  ...Array.from({ length: max - min + 1 }, (_, step) => [String(min + step), String(min + step)] as const),
  [NOT_ASSESSED, "Not assessed"],
];
