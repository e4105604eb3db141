import type { MailContent } from "../domain/mail/compose.ts";

export type Mail = MailContent & {
  to: string[];
  reply_to: string | null;
  /** Come back with a bounce: which errand it was, of which stream. */
  tags: { errand: string; stream: string };
};

/** Sends one mail. @throws MailRefused when another try won't help, any other error when it may */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** The mail service won't take this mail, now or later. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
}

/** Candidates' links, as long as a mail may need them. Their journals hold only a hash. */
export interface CandidateLinks {
  keep(session: string, link: { hash: string; url: string; until: string }): Promise<void>;
  /** Every link that was kept for a session; a creation that failed may have left one that opens nothing. */
  list(session: string): Promise<{ hash: string; url: string }[]>;
  forget(session: string): Promise<void>;
}

/** Addresses that mail came back from, as digests. */
export interface UndeliverableAddresses {
  /** @returns false where it stands there already */
  add(addressDigest: string, at: string): Promise<boolean>;
  has(addressDigest: string): Promise<boolean>;
  remove(addressDigest: string): Promise<void>;
}
