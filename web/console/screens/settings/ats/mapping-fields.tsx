import type { JSX } from "preact";
import { AreaField, TextField } from "../../../parts/field.tsx";
import type { DraftProps } from "./connection-fields.tsx";

const PATHS = [
  [
    "key",
    "The request's own id",
    "What the system knows it by, such as $.application.id: the same id again is the same order.",
  ],
  ["stage", "The stage", "Such as $.application.stage.name."],
  ["name", "The candidate's name", "Such as $.candidate.name."],
  ["email", "The candidate's e-mail address", "Such as $.candidate.email."],
  ["external_id", "The candidate's id (optional)", "Comes back with every event."],
] as const;

/** Where in a webhook's body everything stands, and which stage orders what. */
export const MappingFields = ({ draft, set, errors }: DraftProps): JSX.Element => (
  <fieldset class="choices-group">
    <legend>Where everything stands in the webhook's body</legend>
    {PATHS.map(([field, label, hint]) => (
      <TextField
        key={field}
        label={label}
        hint={hint}
        value={draft[field]}
        change={(path) => set({ [field]: path })}
        error={errors[`mapping.${field}`]}
      />
    ))}
    <AreaField
      label="Stages and the playbooks they order"
      hint="One on each line: Technical test = back-end-developer. Other stages order nothing."
      value={draft.playbooks}
      change={(playbooks) => set({ playbooks })}
      error={within(errors, "mapping.playbooks")}
    />
    <AreaField
      label="What else to keep with the session (optional)"
      hint="One on each line: job_id = $.job.id"
      value={draft.metadata}
      change={(metadata) => set({ metadata })}
      error={within(errors, "mapping.metadata")}
    />
  </fieldset>
);

/** What is wrong somewhere inside, and where. */
function within(errors: DraftProps["errors"], part: string): string | undefined {
  const path = Object.keys(errors).find((each) => each.startsWith(part));
  if (path === undefined) return undefined;
  const inner = path.slice(part.length).replace(/^\./, "");
  return inner ? `${inner}: ${errors[path]}` : errors[path];
}
