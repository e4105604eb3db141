import type { JSX } from "preact";
import { fieldErrors } from "../../api/problem-words.ts";
import { useMe } from "../../me.ts";
import { ExtraTimeFields } from "../../parts/extra-time.tsx";
import { SelectField, TextField } from "../../parts/field.tsx";
import type { Invitation } from "./invitation.ts";
import { MetadataFields } from "./metadata-fields.tsx";

const JOB_HINT = "Your reference, to filter by. Hiring managers see the jobs that were given to them.";

type FieldsProps = { invitation: Invitation; change: (invitation: Invitation) => void; error: unknown };

/** Everything of an invitation but the playbook. */
export function InvitationFields(props: FieldsProps): JSX.Element {
  return (
    <>
      <CandidateFields {...props} />
      <TermFields {...props} />
      <FurtherFields {...props} />
    </>
  );
}

function CandidateFields({ invitation, change, error }: FieldsProps): JSX.Element {
  const errors = fieldErrors(error);
  return (
    <fieldset class="panel form form-pairs">
      <legend>Candidate</legend>
      <TextField
        label="Name"
        required
        maxLength={200}
        value={invitation.name}
        change={(name) => change({ ...invitation, name })}
        error={errors["candidate.name"]}
      />
      <TextField
        label="E-mail"
        type="email"
        required
        maxLength={254}
        value={invitation.email}
        change={(email) => change({ ...invitation, email })}
        error={errors["candidate.email"]}
      />
      <JobField value={invitation.job} change={(job) => change({ ...invitation, job })} error={errors["job"]} />
      <TextField
        label="Id in your own system (optional)"
        maxLength={200}
        value={invitation.external_id}
        change={(external_id) => change({ ...invitation, external_id })}
        error={errors["candidate.external_id"]}
      />
    </fieldset>
  );
}

type JobProps = { value: string; change: (job: string) => void; error: string | undefined };

/** Whoever is limited to some jobs invites for one of them. */
function JobField({ value, change, error }: JobProps): JSX.Element {
  const { jobs } = useMe();
  if (!jobs) return <TextField label="Job (optional)" hint={JOB_HINT} maxLength={100} {...{ value, change, error }} />;
  const options = [["", "Choose one"] as const, ...jobs.map((job) => [job, job] as const)];
  return <SelectField label="Job" required options={options} {...{ value, change, error }} />;
}

function TermFields({ invitation, change, error }: FieldsProps): JSX.Element {
  const errors = fieldErrors(error);
  return (
    <fieldset class="panel form form-pairs">
      <legend>Time</legend>
      <TextField
        label="May be started until (optional)"
        hint="Left empty: fourteen days from now."
        type="datetime-local"
        value={invitation.until}
        change={(until) => change({ ...invitation, until })}
        error={errors["expires_at"]}
      />
      <ExtraTimeFields
        value={invitation.time}
        change={(time) => change({ ...invitation, time })}
        error={errors["accommodation.factor"] ?? errors["accommodation.minutes"]}
      />
    </fieldset>
  );
}

const FurtherFields = ({ invitation, change, error }: FieldsProps): JSX.Element => (
  <details class="panel">
    <summary>More: own data, and where the candidate goes afterwards</summary>
    <div class="form">
      <MetadataFields value={invitation.metadata} change={(metadata) => change({ ...invitation, metadata })} />
      <TextField
        label="Address to go on to when the assessment is handed in (optional)"
        type="url"
        value={invitation.redirect_url}
        change={(redirect_url) => change({ ...invitation, redirect_url })}
        error={fieldErrors(error)["redirect_url"]}
      />
    </div>
  </details>
);
