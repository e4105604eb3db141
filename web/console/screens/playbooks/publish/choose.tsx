import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { counted } from "../../../../shared/words.ts";
import { Field } from "../../../parts/field.tsx";
import { chosen, type Files, pasted } from "./draft.ts";

type ChooseProps = { files: Files; give: (files: Files) => void };

/** One file as text, or a folder with all that `playbook.yaml` names. */
export function Choose({ files, give }: ChooseProps): JSX.Element {
  const [only] = files.size === 1 ? [...files.values()] : [];
  return (
    <div class="choose">
      <Field label="Playbook as YAML or JSON" hint="Whole, with nothing in other files.">
        {(tied) => (
          <textarea
            {...tied}
            class="input input-area code-area"
            rows={12}
            spellcheck={false}
            value={only ?? ""}
            onInput={({ currentTarget: { value } }) => give(value.trim() === "" ? new Map() : pasted(value))}
          />
        )}
      </Field>
      <div class="choose-files">
        <FileField label="Or choose a file" give={give} />
        <FileField label="Or choose the playbook's folder" give={give} folder />
      </div>
      <p class="hint" role="status">
        {files.size > 1 && `${counted(files.size, "file")}: ${[...files.keys()].sort().join(", ")}`}
      </p>
    </div>
  );
}

type FileFieldProps = { label: string; give: (files: Files) => void; folder?: boolean };

function FileField({ label, give, folder = false }: FileFieldProps): JSX.Element {
  const id = useId();
  const take = async (list: FileList | null) => {
    const read = [...(list ?? [])].map(async (file) => ({
      path: file.webkitRelativePath || file.name,
      text: await file.text(),
    }));
    give(chosen(await Promise.all(read)));
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="file"
        multiple={folder}
        ref={(field) => {
          if (field) field.webkitdirectory = folder;
        }}
        accept={folder ? undefined : ".yaml,.yml,.json"}
        onChange={(event) => void take(event.currentTarget.files)}
      />
    </div>
  );
}
