import type { SessionHead } from "../domain/session/head.ts";
import type { SessionFilter, SessionSort } from "../domain/session/lists.ts";

/**
 * Lists of session heads, newest first where no other order is asked for. By creation and by name, pages are stable under
 * writes: nothing is skipped or repeated. By time of change and by score, a session may move while pages are turned.
 */
export interface SessionIndex {
  head(session: string): Promise<SessionHead | undefined>;
  list(
    filter: SessionFilter,
    page: { limit: number; cursor?: string | undefined; sort?: SessionSort | undefined },
  ): Promise<{
    data: SessionHead[];
    next_cursor: string | null;
  }>;
  /** Sessions whose `due_at` is at or before `now`, oldest first. */
  due(now: string, limit: number): Promise<string[]>;
}
