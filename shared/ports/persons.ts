/**
 * Which sessions belong to the same person, by e-mail address. No address is kept: only its digest under a secret key of
 * this deployment, so that nobody who sees the tables can try addresses out.
 */
export interface Persons {
  /** Notes whose a session is; doing it again does no harm. */
  note(session: string, email: string): Promise<void>;
  /** The sessions that were noted for an address; a creation that failed may have left one that never was. */
  sessionsOf(email: string): Promise<string[]>;
  /** The other sessions of a session's person. */
  others(session: string): Promise<string[]>;
  /** Forgets whose a session was. */
  forget(session: string): Promise<void>;
}
