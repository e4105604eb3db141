import { canonicalJson } from "../foundation/json.ts";

/** Where a journal ended when it was signed, and with which key. */
export type HeadClaim = {
  session: string;
  seq: number;
  hash: string;
  /** Hex SHA-256 of the playbook's canonical JSON. */
  playbook_digest: string;
  /** Hex SHA-256 of the public key (SPKI, DER). */
  key_id: string;
};

/** The text that is signed: it binds the whole journal (by its last hash), the playbook and the key. */
export const headText = ({ session, seq, hash, playbook_digest, key_id }: HeadClaim): string =>
  `assay-head/1\n${canonicalJson({ session, seq, hash, playbook_digest, key_id })}`;
