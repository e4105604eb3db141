/**
 * The head of a journal, signed: `signature` is over the head's text (`assay-head/1`), made with the key `key_id`.
 * It stands beside the journal, never in it.
 */
export type SignedHead = { seq: number; hash: string; signature: string; key_id: string };

/** Signed heads of journals by stream and sequence. */
export interface HeadSignatures {
  read(stream: string, seq: number): Promise<SignedHead | undefined>;
  /** Keeps one signature of a head; a later one of the same head may replace it. */
  save(stream: string, head: SignedHead): Promise<void>;
}
