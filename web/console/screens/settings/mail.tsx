import type { JSX } from "preact";
import { useChange, useRead } from "../../api/hooks.ts";
import { fieldErrors } from "../../api/problem-words.ts";
import type { AnswerOf } from "../../api/types.ts";
import { useMay } from "../../may.ts";
import { AreaField, CheckField, SelectField, TextField } from "../../parts/field.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { linesOf, numberOf } from "./forms/lines.ts";
import { SettingsForm } from "./forms/settings-form.tsx";
import { useDraft } from "./forms/use-draft.ts";

type Saved = AnswerOf<"read-settings">["mail"];

/** Whether and how Assay writes to people. */
export default function Mail(): JSX.Element {
  const settings = useRead("read-settings", {});
  return <Loaded of={settings}>{({ mail }) => <Form saved={mail} />}</Loaded>;
}

const draftOf = ({ reply_to, reminder_hours, staff, ...saved }: Saved) => ({
  ...saved,
  reply_to: reply_to ?? "",
  reminder_hours: reminder_hours === null ? "" : String(reminder_hours),
  staff: staff.join("\n"),
});

type MailDraft = ReturnType<typeof draftOf>;

const bodyOf = ({ reply_to, reminder_hours, staff, company, ...draft }: MailDraft) => ({
  ...draft,
  ...(company !== "" && { company }),
  reply_to: reply_to.trim() || null,
  reminder_hours: numberOf(reminder_hours),
  staff: linesOf(staff),
});

function Form({ saved }: { saved: Saved }): JSX.Element {
  const change = useChange("change-mail-settings", {});
  const may = useMay("change-mail-settings");
  const { value, set, dirty, reset } = useDraft(draftOf(saved));
  const errors = fieldErrors(change.error);
  const save = () => change.run(bodyOf(value));
  return (
    <SettingsForm {...{ dirty, may, save, reset }} {...change} saved="The mail settings are saved.">
      <CheckField
        label="Assay writes to candidates and staff"
        hint="Off by itself: where an ATS sends its own mails, leave it so."
        checked={value.enabled}
        change={(enabled) => set({ enabled })}
      />
      <TextField
        label="The company's name"
        hint="As candidates read it."
        value={value.company}
        change={(company) => set({ company })}
        error={errors["company"]}
      />
      <SelectField
        label="Language"
        value={value.language}
        change={(language) => set({ language: language as Saved["language"] })}
        options={[
          ["en", "English"],
          ["de", "German"],
        ]}
      />
      <TextField
        label="Time zone"
        hint="In which mails tell times, such as Europe/Berlin."
        value={value.time_zone}
        change={(time_zone) => set({ time_zone })}
        error={errors["time_zone"]}
      />
      <TextField
        label="Answers go to (optional)"
        type="email"
        value={value.reply_to}
        change={(reply_to) => set({ reply_to })}
        error={errors["reply_to"]}
      />
      <TextField
        label="Hours before the invitation's end at which a reminder is sent"
        hint="Empty: no reminder."
        type="number"
        min={1}
        max={720}
        value={value.reminder_hours}
        change={(reminder_hours) => set({ reminder_hours })}
        error={errors["reminder_hours"]}
      />
      <AreaField
        label="Staff who hear of waiting reviews and failing endpoints"
        hint="One address on each line."
        value={value.staff}
        change={(staff) => set({ staff })}
        error={listError(errors, "staff")}
      />
    </SettingsForm>
  );
}

/** What is wrong with one of a list's lines, and with which. */
function listError(errors: { [path: string]: string }, list: string): string | undefined {
  const [path] = Object.keys(errors).filter((each) => each.startsWith(list));
  if (path === undefined) return undefined;
  const place = /\d+/.exec(path);
  return place ? `Line ${Number(place[0]) + 1}: ${errors[path]}` : errors[path];
}
