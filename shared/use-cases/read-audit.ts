import type { StoredEntry } from "../domain/journal/entry.ts";
import { withoutErased } from "../domain/session/without-erased.ts";
import { positionOf } from "./log-position.ts";
import type { Ports } from "./ports.ts";

export type AuditPage = { data: StoredEntry[]; next_cursor: string | null };

const STANDARD_LIMIT = 50;

/** A session's journal from its first entry on. @throws Refusal `session_not_found`, `invalid_request` */
export const readAudit =
  (ports: Pick<Ports, "sessions" | "journal">) =>
  async (input: { session: string; limit?: number | undefined; cursor?: string | undefined }): Promise<AuditPage> => {
    const { state } = await ports.sessions.read(input.session);
    const limit = input.limit ?? STANDARD_LIMIT;
    const read = await ports.journal.read(
      state.id,
      input.cursor === undefined ? 0 : positionOf(input.cursor),
      limit + 1,
    );
    const entries = withoutErased(read, state);
    const data = entries.slice(0, limit);
    return { data, next_cursor: entries.length > limit ? String(data.at(-1)!.seq) : null };
  };
