/** The facts of keeping and erasing. Their reasons are no place for personal data: those of an erasure stay. */
export type PrivacyFacts = {
  /** A legal hold: nothing of the session is erased until it is released. */
  "session.held": { reason: string };
  "session.released": { reason: string };
  /**
   * What the named entries said is gone, with their salts; the chain of their hashes stays. What it says itself is all
   * that is still known of the session.
   */
  "session.erased": {
    session: string;
    /** The numbers of the erased entries. */
    seqs: number[];
    reason: string;
    playbook: string;
    playbook_digest: string;
    job: string | null;
    created_at: string;
  };
  /** Everything beside the journal is gone too, and what its entries said is no longer stored anywhere. */
  "erasure.completed": Record<string, never>;
};
