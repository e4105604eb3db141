import { canonicalJson } from "../foundation/json.ts";

/** The end of a session's journal, as it is signed: which journal, which entry, which playbook, which key. */
export type JournalHead = { session: string; seq: number; hash: string; playbook_digest: string; key_id: string };

/** The text under the signature of a head. */
export const headText = ({ session, seq, hash, playbook_digest, key_id }: JournalHead): string =>
  `assay-head/1\n${canonicalJson({ session, seq, hash, playbook_digest, key_id })}`;
