import type { AnswerOf, BodyOf } from "../../../api/types.ts";
import { linesOf, pairsOf, pairsText } from "../forms/lines.ts";

export type Connection = AnswerOf<"read-settings">["ats"]["greenhouse"];

/** A connection as its form holds it: everything as text. */
export type ConnectionDraft = {
  /** Empty: stays as it is. */
  credential: string;
  forget_credential: boolean;
  base_url: string;
  codename: string;
  hosts: string;
  invites: Connection["invites"];
  expires_days: string;
  pass_mark: string;
  key: string;
  stage: string;
  name: string;
  email: string;
  external_id: string;
  playbooks: string;
  metadata: string;
};

export const draftOf = (saved: Connection): ConnectionDraft => ({
  credential: "",
  forget_credential: false,
  base_url: saved.base_url ?? "",
  codename: saved.codename ?? "",
  hosts: saved.hosts.join("\n"),
  invites: saved.invites,
  expires_days: String(saved.expires_days),
  pass_mark: saved.pass_mark ?? "",
  key: saved.mapping?.key ?? "",
  stage: saved.mapping?.stage ?? "",
  name: saved.mapping?.name ?? "",
  email: saved.mapping?.email ?? "",
  external_id: saved.mapping?.external_id ?? "",
  playbooks: pairsText(saved.mapping?.playbooks ?? {}),
  metadata: pairsText(saved.mapping?.metadata ?? {}),
});

/** What is sent; a mapping of which nothing is filled in is none. */
export function bodyOf(draft: ConnectionDraft): BodyOf<"change-ats-settings"> {
  const { key, stage, name, email } = draft;
  const isMapped = [key, stage, name, email, draft.external_id, draft.playbooks, draft.metadata].some((text) =>
    text.trim(),
  );
  const mapping = {
    ...{ key, stage, name, email },
    external_id: draft.external_id.trim() || null,
    playbooks: pairsOf(draft.playbooks),
    metadata: pairsOf(draft.metadata),
  };
  return {
    ...(draft.credential !== "" && { credential: draft.credential }),
    ...(draft.forget_credential && { credential: null }),
    base_url: draft.base_url.trim() || null,
    codename: draft.codename.trim() || null,
    hosts: linesOf(draft.hosts),
    invites: draft.invites,
    expires_days: Number(draft.expires_days),
    pass_mark: draft.pass_mark.trim() || null,
    mapping: isMapped ? mapping : null,
  };
}
