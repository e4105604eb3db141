import type { JSX } from "preact";
import { fieldErrors } from "../../../api/problem-words.ts";
import { CheckField, TextField } from "../../../parts/field.tsx";
import { EventPicker } from "./event-picker.tsx";
import type { Pattern } from "./patterns.ts";

export type EndpointDraft = { url: string; description: string; events: Pattern[]; public_key_signature: boolean };

type FieldsProps = { draft: EndpointDraft; change: (draft: EndpointDraft) => void; error: unknown };

/** What an endpoint is made of; the same fields make one and change one. */
export function EndpointFields({ draft, change, error }: FieldsProps): JSX.Element {
  const errors = fieldErrors(error);
  const set = (members: Partial<EndpointDraft>) => change({ ...draft, ...members });
  const eventsError = Object.keys(errors).find((path) => path.startsWith("events"));
  return (
    <>
      <TextField
        label="Address"
        hint="Begins with https:// and can be reached from the internet."
        type="url"
        required
        value={draft.url}
        change={(url) => set({ url })}
        error={errors["url"]}
      />
      <TextField
        label="Description (optional)"
        maxLength={2_000}
        value={draft.description}
        change={(description) => set({ description })}
        error={errors["description"]}
      />
      <EventPicker
        chosen={draft.events}
        choose={(events) => set({ events })}
        error={eventsError && errors[eventsError]}
      />
      <CheckField
        label="Sign with the public key, too"
        hint="Adds a v1a signature, which is checked with the key at /.well-known/webhook-keys: no secret to keep."
        checked={draft.public_key_signature}
        change={(public_key_signature) => set({ public_key_signature })}
      />
    </>
  );
}

/** The body that a draft is sent as. */
export const bodyOfDraft = ({ description, ...draft }: EndpointDraft) => ({
  ...draft,
  description: description.trim() || null,
});
