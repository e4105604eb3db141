import type { AgreedNotices } from "../company/notices.ts";
import type { Json } from "../foundation/json.ts";
import type { Advice } from "../grading/advice.ts";
import type { Entry, ErasedEntry, Fact } from "../journal/entry.ts";
import type { Result } from "../scoring/result.ts";
import type { PeopleFacts, RecordedGrade } from "./people-facts.ts";
import type { PrivacyFacts } from "./privacy-facts.ts";

/** Extra time. A multiplier scales every timer, minutes are added to every section, untimed closes at the session's expiry. */
export type Accommodation =
  | { kind: "multiplier"; factor: string }
  | { kind: "minutes"; minutes: string }
  | { kind: "untimed" };

export type Candidate = { name: string; email: string; external_id?: string | undefined };

/** Every kind of fact in a session's journal, with its payload. The state of a session is the fold of these. */
export type SessionFacts = PeopleFacts &
  PrivacyFacts & {
    "session.created": {
      session: string;
      /** For example `back-end-developer@1`. */
      playbook: string;
      playbook_digest: string;
      candidate: Candidate;
      accommodation: Accommodation | null;
      expires_at: string;
      /** The company's reference of the job; left out where none was given. */
      job?: string;
      metadata: { [key: string]: Json };
      redirect_url: string | null;
      /** How many days after its end the session is erased by itself; left out: never. */
      retention_days?: number;
      /** The session of the same person that this one follows too soon, and why it may. */
      retake?: { of: string; reason: string };
      /** Hex SHA-256 of the secret part of the candidate's link. */
      link_hash: string;
      /** What the session's items are drawn with; left out where the playbook draws none. */
      seed?: string;
    };
    "session.started": { consent: true; notices?: AgreedNotices };
    /** `deadline` is null for an untimed section. The fact's time is when the clock started. */
    "section.opened": { section: string; deadline: string | null };
    "answer.saved": { item: string; value: Json; revision: number };
    "answer.late": { item: string; value: Json; revision: number };
    /** The fact's time is the deadline where `reason` is `timeout`. */
    "section.closed": { section: string; reason: "submitted" | "timeout" };
    "session.submitted": { sections: string[] };
    /** Extra time granted after creation; moves the deadline of a running section (`deadline`, null: untimed or none runs). */
    "accommodation.granted": { accommodation: Accommodation | null; deadline: string | null };
    /** The candidate asks for extra time; whoever scores never learns of it. */
    "accommodation.requested": { text: string };
    "accommodation.declined": { reason: string | null };
    /** A new link for the candidate; the one before opens nothing any more. */
    "link.reissued": { link_hash: string };
    "session.extended": { expires_at: string };
    /** Of one item; a later one supersedes those before it. */
    "grade.recorded": RecordedGrade;
    /** What an adviser model said of an answer; nothing is computed from it. */
    "advice.recorded": Advice;
    "result.computed": Result;
    "session.expired": Record<string, never>;
    "session.canceled": { reason: string | null };
    "session.withdrawn": Record<string, never>;
    "session.voided": { reason: string };
  };

export type SessionFactKind = keyof SessionFacts;
export type SessionFact = { [K in SessionFactKind]: Fact<K, SessionFacts[K]> }[SessionFactKind];
export type SessionEntry = { [K in SessionFactKind]: Entry<K, SessionFacts[K]> }[SessionFactKind];
/** An entry as it is stored: what it said may have been erased. */
export type StoredSessionEntry = SessionEntry | ErasedEntry;
