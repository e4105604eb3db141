import type { JSX } from "preact";
import { Prose } from "../../../shared/prose.tsx";
import { useChange, useRead } from "../../api/hooks.ts";
import { fieldErrors } from "../../api/problem-words.ts";
import type { AnswerOf } from "../../api/types.ts";
import { useMay } from "../../may.ts";
import { AreaField, TextField } from "../../parts/field.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { numberOf } from "./forms/lines.ts";
import { SettingsForm } from "./forms/settings-form.tsx";
import { useDraft } from "./forms/use-draft.ts";

type Settings = AnswerOf<"read-settings">;

/** What candidates are told before they agree, and how long what is known of them is kept. */
export default function Privacy(): JSX.Element {
  const settings = useRead("read-settings", {});
  return (
    <Loaded of={settings}>
      {({ notices, retention }) => (
        <div class="settings-place">
          <section>
            <h2>Retention</h2>
            <Retention saved={retention} />
          </section>
          <section>
            <h2>Privacy notice</h2>
            <Notice
              name="privacy"
              saved={notices.privacy}
              about="How the company treats candidates' data. Say who the company is and whom to ask."
            />
          </section>
          <section>
            <h2>Notice on scoring</h2>
            <Notice name="scoring" saved={notices.scoring} about="How the score is made, and who decides." />
          </section>
        </div>
      )}
    </Loaded>
  );
}

function Retention({ saved }: { saved: Settings["retention"] }): JSX.Element {
  const change = useChange("change-retention-settings", {});
  const may = useMay("change-retention-settings");
  const { value, set, dirty, reset } = useDraft({ days: saved.days === null ? "" : String(saved.days) });
  const save = () => change.run({ days: numberOf(value.days) });
  return (
    <SettingsForm {...{ dirty, may, save, reset }} {...change} saved="The retention is saved.">
      <TextField
        label="Days after a session's end at which it is erased by itself"
        hint="Empty: never. It holds for sessions created from now on, where their playbook says nothing of it. A session that is held back isn't erased."
        type="number"
        min={1}
        max={3_650}
        value={value.days}
        change={(days) => set({ days })}
        error={fieldErrors(change.error)["days"]}
      />
    </SettingsForm>
  );
}

type NoticeProps = { name: keyof Settings["notices"]; saved: Settings["notices"]["privacy"]; about: string };

/** One text with its version; another text is another version, since candidates agree to one of them. */
function Notice({ name, saved, about }: NoticeProps): JSX.Element {
  const change = useChange("change-notices", {});
  const may = useMay("change-notices");
  const { value, set, dirty, reset } = useDraft(saved);
  const errors = fieldErrors(change.error);
  const save = () => change.run({ [name]: value });
  return (
    <SettingsForm {...{ dirty, may, save, reset }} {...change} saved="The notice is saved.">
      <p class="hint">
        {about} Candidates read it before they agree, and the version they agreed to stands in the log.
      </p>
      <TextField
        label="Version"
        hint="Another text takes another version, such as 2026-03."
        required
        maxLength={40}
        value={value.version}
        change={(version) => set({ version })}
        error={errors[`${name}.version`]}
      />
      <AreaField
        label="Text"
        hint="Paragraphs, lists with -, **strong** and *emphasis*."
        required
        rows={8}
        value={value.text}
        change={(text) => set({ text })}
        error={errors[`${name}.text`]}
      />
      <details class="preview">
        <summary>As candidates read it</summary>
        <Prose text={value.text} />
      </details>
    </SettingsForm>
  );
}
