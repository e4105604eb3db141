import { fromLocal } from "../../../shared/local-time.ts";
import type { BodyOf } from "../../api/types.ts";
import { accommodationOf, type ExtraTime, NO_EXTRA_TIME } from "../../parts/extra-time.tsx";

/** One candidate's invitation as its form holds it; texts are empty where nothing was filled in. */
export type Invitation = {
  playbook: string;
  name: string;
  email: string;
  external_id: string;
  job: string;
  time: ExtraTime;
  /** Until when it may be started: a local day and time. */
  until: string;
  metadata: { name: string; value: string }[];
  redirect_url: string;
  /** Why the person may take the playbook again although it is too early. */
  retake: string;
};

export const NO_INVITATION: Invitation = {
  playbook: "",
  name: "",
  email: "",
  external_id: "",
  job: "",
  time: NO_EXTRA_TIME,
  until: "",
  metadata: [],
  redirect_url: "",
  retake: "",
};

/** The next candidate's invitation to the same job: what is the person's own is left out. */
export const nextInvitation = ({ playbook, job, until, redirect_url }: Invitation): Invitation => ({
  ...NO_INVITATION,
  playbook,
  job,
  until,
  redirect_url,
});

/** An invitation as the API takes it, without what is empty. */
export function bodyOf(invitation: Invitation): BodyOf<"create-session"> {
  const { playbook, until, metadata } = invitation;
  const { external_id: id, job: reference, redirect_url: address, retake } = invitation;
  const [external_id, job, redirect_url, override_reason] = [id, reference, address, retake].map(filled);
  const accommodation = accommodationOf(invitation.time);
  const kept = metadata.filter(({ name }) => name.trim() !== "").map(({ name, value }) => [name.trim(), value]);
  return {
    playbook,
    candidate: { name: invitation.name.trim(), email: invitation.email.trim(), ...(external_id && { external_id }) },
    ...(accommodation && { accommodation }),
    ...(until && { expires_at: fromLocal(until) }),
    ...(job && { job }),
    ...(kept.length > 0 && { metadata: Object.fromEntries(kept) }),
    ...(redirect_url && { redirect_url }),
    ...(override_reason && { override: true, override_reason }),
  };
}

const filled = (text: string): string | undefined => text.trim() || undefined;
