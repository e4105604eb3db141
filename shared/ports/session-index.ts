import type { SessionHead, SessionStatus } from "../domain/session/head.ts";

export type SessionFilter = {
  status?: SessionStatus | undefined;
  /** `id@version`, or `id` for all versions. */
  playbook?: string | undefined;
  /** `id@version`: the sessions that this version grades. */
  graded_by?: string | undefined;
  external_id?: string | undefined;
  updated_since?: string | undefined;
  /** Only sessions with grades that wait for a person. */
  under_review?: true | undefined;
};

/** Lists of session heads. Pages are stable under writes: newest first by creation, nothing skipped or repeated. */
export interface SessionIndex {
  head(session: string): Promise<SessionHead | undefined>;
  list(
    filter: SessionFilter,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<{
    data: SessionHead[];
    next_cursor: string | null;
  }>;
  /** Sessions whose `due_at` is at or before `now`, oldest first. */
  due(now: string, limit: number): Promise<string[]>;
}
