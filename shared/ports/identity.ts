/** Makes ids and secrets. */
export interface Mint {
  /** A new prefixed id: `ses_`, `evt_`, `whe_`, `key_`, `req_`, … followed by 26 sortable characters. */
  id(prefix: string): string;
  /** `bytes` random bytes as base64url. */
  secret(bytes: number): string;
}

/** Makes the same ids and secrets, in the same order, each time the same request comes. */
export interface SteadyMint extends Mint {
  /** Whether the request came before, and may have done its work although nobody got an answer. */
  again: boolean;
}

/** Randomness and digests, so that use cases can be replayed with a seed. */
export interface Identity extends Mint {
  /** Sixteen random bytes in hex: the salt of a journal entry. */
  salt(): string;
  /** Hex SHA-256 of a text's UTF-8 bytes. */
  digest(text: string): string;
  /** A mint that draws from a secret seed; its ids sort by `since`. */
  mintFrom(seed: string, since: string): Mint;
}
