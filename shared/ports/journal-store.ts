import type { OutboxEvent } from "../domain/events/event.ts";
import type { Entry, StoredEntry } from "../domain/journal/entry.ts";
import type { SessionHead } from "../domain/session/head.ts";

/** What is written in one atomic step. One entry without head and events is one plain conditional put. */
export type Commit = {
  entries: readonly Entry<string, unknown>[];
  /** The session's new head, where its status, times or `due_at` changed. */
  head?: SessionHead;
  /** Events that must reach the outside, written with the facts they tell of. */
  events?: readonly OutboxEvent[];
};

/** Somebody else appended first: read again and decide on what is there now. */
export class JournalConflict extends Error {
  override readonly name = "JournalConflict";
}

/** Takes from entries what they say, with their salts; their hashes stay. Doing it again does no harm. */
export interface JournalEraser {
  erase(stream: string, seqs: readonly number[]): Promise<void>;
}

/** Append-only streams of chained entries: one per session, and one for the organisation (`org`). */
export interface JournalStore {
  /** Entries with `seq` above `after` (0: all), in order, at most `limit` of them. Strongly consistent. */
  read(stream: string, after?: number, limit?: number): Promise<StoredEntry[]>;
  /** The last entry of a stream. Strongly consistent. */
  last(stream: string): Promise<StoredEntry | undefined>;
  /** @throws JournalConflict when an entry of one of these numbers exists; then nothing was written. */
  append(stream: string, commit: Commit): Promise<void>;
}
