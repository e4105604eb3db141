import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { fromLocal, toLocal } from "../../../../shared/local-time.ts";
import { counted, dayAndTime } from "../../../../shared/words.ts";
import { useChange } from "../../../api/hooks.ts";
import { fieldErrors } from "../../../api/problem-words.ts";
import type { AnswerOf } from "../../../api/types.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { SelectField, TextField } from "../../../parts/field.tsx";
import { say } from "../../../parts/toasts.tsx";
import type { Endpoint } from "./endpoint-actions.tsx";
import { bodyOfDraft, type EndpointDraft, EndpointFields } from "./endpoint-fields.tsx";

type QuestionProps = { endpoint: Endpoint; close: () => void };

export function Edit({ endpoint, close }: QuestionProps): JSX.Element {
  const change = useChange("change-webhook-endpoint", { endpoint: endpoint.id });
  const [draft, setDraft] = useState<EndpointDraft>({
    url: endpoint.url,
    description: endpoint.description ?? "",
    events: endpoint.events as EndpointDraft["events"],
    public_key_signature: endpoint.public_key_signature,
  });
  const run = async () => {
    await change.run(bodyOfDraft(draft));
    say("The endpoint is changed.");
  };
  return (
    <Confirm title="Change the endpoint" action="Save" {...change} run={run} close={close}>
      <EndpointFields draft={draft} change={setDraft} error={change.error} />
    </Confirm>
  );
}

const GRACES = [
  ["24", "24 hours"],
  ["1", "1 hour"],
  ["168", "7 days"],
  ["0", "None: the old secret ends at once"],
] as const;

type RotateProps = QuestionProps & { rotated: (answer: AnswerOf<"rotate-webhook-secret">) => void };

export function Rotate({ endpoint, close, rotated }: RotateProps): JSX.Element {
  const change = useChange("rotate-webhook-secret", { endpoint: endpoint.id });
  const [grace, setGrace] = useState("24");
  const run = async () => rotated(await change.run({ grace_hours: Number(grace) }));
  return (
    <Confirm title="Replace the secret?" action="Replace it" {...change} run={run} close={close}>
      <p>
        For a while every event bears two signatures, one by each secret, so that the receiver can be changed without
        losing any.
      </p>
      <SelectField label="The old secret signs on for" value={grace} change={setGrace} options={GRACES} />
    </Confirm>
  );
}

const DAY = 86_400_000;

export function Recover({ endpoint, close }: QuestionProps): JSX.Element {
  const change = useChange("recover-deliveries", { endpoint: endpoint.id });
  const [since, setSince] = useState(toLocal(new Date(Date.now() - DAY).toISOString()));
  const [until, setUntil] = useState("");
  const errors = fieldErrors(change.error);
  const run = async () => {
    const body = { since: fromLocal(since), until: until === "" ? null : fromLocal(until) };
    const { recovered, next_since } = await change.run(body);
    const more = next_since ? ` There is more, from ${dayAndTime(next_since)} on.` : "";
    say(`${counted(recovered, "event")} ${recovered === 1 ? "is" : "are"} sent again.${more}`);
  };
  return (
    <Confirm title="Recover what didn't arrive" action="Send it again" {...change} run={run} close={close}>
      <p>Sends again what was skipped or has failed in this time. The receiver knows repeated events by their ids.</p>
      <TextField label="From" type="datetime-local" required value={since} change={setSince} error={errors["since"]} />
      <TextField
        label="To (optional)"
        hint="Empty: until now."
        type="datetime-local"
        value={until}
        change={setUntil}
        error={errors["until"]}
      />
    </Confirm>
  );
}

export function Disable({ endpoint, close }: QuestionProps): JSX.Element {
  const change = useChange("change-webhook-endpoint", { endpoint: endpoint.id });
  const run = async () => {
    await change.run({ enabled: false });
    say("Nothing more is sent.");
  };
  return (
    <Confirm title="Disable the endpoint?" action="Disable it" {...change} run={run} close={close}>
      <p>Nothing more is sent to it. What happens meanwhile is kept as skipped for 30 days and can be recovered.</p>
    </Confirm>
  );
}

export function Delete({ endpoint, close }: QuestionProps): JSX.Element {
  const change = useChange("delete-webhook-endpoint", { endpoint: endpoint.id });
  const [, go] = useLocation();
  const run = async () => {
    await change.run(undefined);
    say("The endpoint is deleted.");
    go("/settings/webhooks");
  };
  return (
    <Confirm
      title="Delete the endpoint?"
      action="Delete it"
      danger
      closeWord="Keep it"
      {...change}
      run={run}
      close={close}
    >
      <p>
        Nothing more is sent to <strong>{endpoint.url}</strong>, and what didn't arrive can't be recovered. This can't
        be undone; to stop for a while, disable it instead.
      </p>
    </Confirm>
  );
}
