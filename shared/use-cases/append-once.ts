import { type Commit, JournalConflict, type JournalStore } from "../ports/journal-store.ts";

/**
 * Appends a commit. A conflict with its own entries is no conflict: they stand since an earlier try whose answer was
 * lost on the way.
 *
 * @throws JournalConflict when somebody else's entry stands there
 */
export async function appendOnce(journal: JournalStore, stream: string, commit: Commit): Promise<void> {
  try {
    await journal.append(stream, commit);
  } catch (error) {
    if (!(error instanceof JournalConflict)) throw error;
    const standing = await journal.read(stream, commit.entries[0]!.seq - 1);
    if (!commit.entries.every(({ hash }, index) => standing[index]?.hash === hash)) throw error;
  }
}
