/** Randomness and digests, so that use cases can be replayed with a seed. */
export interface Identity {
  /** A new prefixed id: `ses_`, `evt_`, `whe_`, `key_`, `req_`, … followed by 26 sortable characters. */
  id(prefix: string): string;
  /** `bytes` random bytes as base64url. */
  secret(bytes: number): string;
  /** Sixteen random bytes in hex: the salt of a journal entry. */
  salt(): string;
  /** Hex SHA-256 of a text's UTF-8 bytes. */
  digest(text: string): string;
}
