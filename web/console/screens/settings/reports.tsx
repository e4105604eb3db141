import type { JSX } from "preact";
import { useChange, useRead } from "../../api/hooks.ts";
import { fieldErrors } from "../../api/problem-words.ts";
import type { AnswerOf } from "../../api/types.ts";
import { useMay } from "../../may.ts";
import { CheckField, TextField } from "../../parts/field.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { SettingsForm } from "./forms/settings-form.tsx";
import { useDraft } from "./forms/use-draft.ts";

type Saved = AnswerOf<"read-settings">["report"];

/** What the links show that applicant tracking systems get, and for how long. */
export default function Reports(): JSX.Element {
  const settings = useRead("read-settings", {});
  return <Loaded of={settings}>{({ report }) => <Form saved={report} />}</Loaded>;
}

function Form({ saved }: { saved: Saved }): JSX.Element {
  const change = useChange("change-report-settings", {});
  const may = useMay("change-report-settings");
  const { value, set, dirty, reset } = useDraft({ ...saved, days: String(saved.days) });
  const save = () => change.run({ ...value, days: Number(value.days) });
  return (
    <SettingsForm {...{ dirty, may, save, reset }} {...change} saved="The report settings are saved.">
      <p>
        A report link is given to the ATS with each result. Whoever has it sees the score and the categories without
        signing in; answers and keys are never behind it.
      </p>
      <TextField
        label="Days for which a link opens"
        type="number"
        min={1}
        max={366}
        required
        value={value.days}
        change={(days) => set({ days })}
        error={fieldErrors(change.error)["days"]}
      />
      <CheckField
        label="Show the candidate's name"
        checked={value.candidate}
        change={(candidate) => set({ candidate })}
      />
      <CheckField
        label="Show what the rules recommend"
        checked={value.recommendation}
        change={(recommendation) => set({ recommendation })}
      />
      <CheckField
        label="Show the points of each question"
        hint="Their titles with points, no answers."
        checked={value.items}
        change={(items) => set({ items })}
      />
    </SettingsForm>
  );
}
