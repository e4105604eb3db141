import { secondsToNext } from "../events/schedule.ts";
import { shift } from "../session/timing.ts";

/** What is to be done outside: a mail to be sent, or an ATS to be told how an order stands. */
export type Task =
  | { kind: "mail"; mail: MailKind; window: string; details: { [name: string]: string } }
  | { kind: "ats"; order: string };

export const CANDIDATE_MAILS = ["invitation", "reminder", "extended", "receipt"] as const;
export const STAFF_MAILS = ["review_waiting", "endpoint_failing", "endpoint_disabled"] as const;
export type CandidateMail = (typeof CANDIDATE_MAILS)[number];
export type StaffMail = (typeof STAFF_MAILS)[number];
export type MailKind = CandidateMail | StaffMail;

export type ErrandState = "waiting" | "running" | "done" | "dropped" | "failed";

/** One task with how it went so far. Its id is derived from what it is for: the same task is made once. */
export type Errand = {
  /** `mail_…` or `wbk_…` */
  id: string;
  /** The session's id, or `org`. */
  stream: string;
  task: Task;
  state: ErrandState;
  attempts: { at: string; error: string | null }[];
  /** When somebody looks at it next; null where nobody has to. */
  due_at: string | null;
  created_at: string;
};

/** How an attempt ended. `no` is an answer that another attempt won't change. */
export type Outcome =
  | { end: "done" }
  | { end: "dropped" }
  | { end: "no"; error: string }
  | { end: "again"; error: string; retryAfter?: number | null };

/** A run that is not heard of for so long was cut off. */
const PATIENCE = 5 * 60_000;
const HEAD_START = 60_000;

type Digest = (text: string) => string;

/** @param at when it is to be done; at once where left out, which the sweep then sees to after a minute */
export function newErrand(
  { stream, task, unique }: { stream: string; task: Task; unique: string },
  { digest, now, at }: { digest: Digest; now: string; at?: string },
): Errand {
  const prefix = task.kind === "mail" ? "mail" : "wbk";
  const id = `${prefix}_${digest(`${stream} ${unique}`).slice(0, 26)}`;
  const due_at = at ?? shift(now, HEAD_START);
  return { id, stream, task, state: "waiting", attempts: [], due_at, created_at: now };
}

/** One mail per kind and window. */
export const mailErrand = (
  stream: string,
  mail: { mail: MailKind; window: string; details?: { [name: string]: string } },
  by: { digest: Digest; now: string; at?: string },
): Errand => {
  const task = { kind: "mail", details: {}, ...mail } as const;
  return newErrand({ stream, task, unique: `${mail.mail} ${mail.window}` }, by);
};

/** The id of a mail's errand. */
export const mailId = (stream: string, mail: { mail: MailKind; window: string }, digest: Digest): string =>
  mailErrand(stream, mail, { digest, now: "", at: "" }).id;

/**
 * The errand as taken on at `now`; undefined where it is over or somebody else is at it. A mail that was cut off stays
 * so: nobody knows whether it went out, and a second one must not. An ATS may be told twice.
 */
export function takenOn(errand: Errand, now: string): Errand | undefined {
  if (errand.state !== "waiting" && !(errand.state === "running" && isCutOff(errand, now))) return undefined;
  return { ...errand, state: "running", due_at: errand.task.kind === "mail" ? null : shift(now, PATIENCE) };
}

const isCutOff = ({ task, due_at }: Errand, now: string): boolean =>
  task.kind === "ats" && due_at !== null && due_at <= now;

/** The errand after an attempt, with the time of the next where one follows. @param chance from 0 to below 1 */
export function attempted(errand: Errand, outcome: Outcome, { now, chance }: { now: string; chance: number }): Errand {
  if (outcome.end === "dropped") return { ...errand, state: "dropped", due_at: null };
  const error = outcome.end === "done" ? null : outcome.error;
  const attempts = [...errand.attempts, { at: now, error }];
  if (outcome.end === "done") return { ...errand, attempts, state: "done", due_at: null };
  const seconds = outcome.end === "again" ? secondsToNext(attempts.length, { chance, ...retryOf(outcome) }) : null;
  if (seconds === null) return { ...errand, attempts, state: "failed", due_at: null };
  return { ...errand, attempts, state: "waiting", due_at: shift(now, seconds * 1000) };
}

const retryOf = ({ retryAfter = null }: { retryAfter?: number | null }) => ({ retryAfter });
