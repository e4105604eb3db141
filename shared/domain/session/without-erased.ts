import { type Entry, type ErasedEntry, isWhole, type StoredEntry } from "../journal/entry.ts";
import type { SessionState } from "./state.ts";

/** Entries of a session as its erasure leaves them, even while some still stand as they were. */
export function withoutErased(
  entries: readonly StoredEntry[],
  { erased }: Pick<SessionState, "erased">,
): StoredEntry[] {
  if (!erased) return [...entries];
  return entries.map((entry) => (isWhole(entry) && entry.seq < erased.seq ? bare(entry) : entry));
}

const bare = ({ payload: _, salt: __, ...link }: Entry<string, unknown>): ErasedEntry => link;
