import type { JSX } from "preact";
import { fieldErrors } from "../../../api/problem-words.ts";
import { AreaField, CheckField, SelectField, TextField } from "../../../parts/field.tsx";
import type { Connection, ConnectionDraft } from "./draft.ts";
import { MappingFields } from "./mapping-fields.tsx";
import type { System } from "./systems.ts";

export type DraftProps = {
  draft: ConnectionDraft;
  set: (members: Partial<ConnectionDraft>) => void;
  errors: { [path: string]: string };
};

type FieldsProps = { system: System; saved: Connection; error: unknown } & Omit<DraftProps, "errors">;

/** What Assay needs to know of a system; each has those fields that mean something there. */
export function ConnectionFields({ system, saved, draft, set, error }: FieldsProps): JSX.Element {
  const errors = fieldErrors(error);
  const has = (field: System["fields"][number]) => system.fields.includes(field);
  return (
    <>
      {has("mapping") && <MappingFields draft={draft} set={set} errors={errors} />}
      {!has("mapping") && <Credential saved={saved} draft={draft} set={set} errors={errors} />}
      {has("codename") && (
        <TextField
          label="Code name"
          hint="As the system's partner team gave it."
          value={draft.codename}
          change={(codename) => set({ codename })}
          error={errors["codename"]}
        />
      )}
      {has("base_url") && (
        <TextField
          label="Where results are written to"
          hint="Only where the system told you another address."
          type="url"
          value={draft.base_url}
          change={(base_url) => set({ base_url })}
          error={errors["base_url"]}
        />
      )}
      <Terms draft={draft} set={set} errors={errors} />
    </>
  );
}

const Credential = ({ saved, draft, set, errors }: DraftProps & { saved: Connection }): JSX.Element => (
  <>
    <TextField
      label="Credential for writing back"
      hint={saved.has_credential ? "One is stored. Leave this empty to keep it." : "Stored, and never shown again."}
      type="password"
      autocomplete="off"
      value={draft.credential}
      change={(credential) => set({ credential, forget_credential: false })}
      error={errors["credential"]}
    />
    {saved.has_credential && draft.credential === "" && (
      <CheckField
        label="Forget the stored credential"
        hint="Results are written back no more."
        checked={draft.forget_credential}
        change={(forget_credential) => set({ forget_credential })}
      />
    )}
  </>
);

const Terms = ({ draft, set, errors }: DraftProps): JSX.Element => (
  <>
    <SelectField
      label="Who sends the candidate the link?"
      value={draft.invites}
      change={(invites) => set({ invites: invites as Connection["invites"] })}
      options={[
        ["ats", "The ATS"],
        ["assay", "Assay, by mail"],
      ]}
    />
    <TextField
      label="Days in which an assessment may be started"
      type="number"
      min={1}
      max={366}
      required
      value={draft.expires_days}
      change={(expires_days) => set({ expires_days })}
      error={errors["expires_days"]}
    />
    <TextField
      label="Score from which “passed” is told (optional)"
      hint="Empty: no verdict is told, only the score. A person decides either way."
      inputMode="decimal"
      value={draft.pass_mark}
      change={(pass_mark) => set({ pass_mark })}
      error={errors["pass_mark"]}
    />
    <AreaField
      label="Hosts that results may be sent to"
      hint="One on each line; all below them count, too."
      value={draft.hosts}
      change={(hosts) => set({ hosts })}
      error={errors[Object.keys(errors).find((path) => path.startsWith("hosts")) ?? ""]}
    />
  </>
);
