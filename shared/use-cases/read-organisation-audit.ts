import { ORGANISATION } from "../domain/events/build.ts";
import { positionOf } from "./log-position.ts";
import type { Ports } from "./ports.ts";
import type { AuditPage } from "./read-audit.ts";

const STANDARD_LIMIT = 50;

/** The organisation's journal, newest first; the cursor is the number of the last entry given. @throws Refusal `invalid_request` */
export const readOrganisationAudit =
  (ports: Pick<Ports, "journal">) =>
  async ({
    limit = STANDARD_LIMIT,
    cursor,
  }: {
    limit?: number | undefined;
    cursor?: string | undefined;
  }): Promise<AuditPage> => {
    const end = cursor === undefined ? ((await ports.journal.last(ORGANISATION))?.seq ?? 0) : positionOf(cursor) - 1;
    const start = Math.max(0, end - limit);
    const entries = end > 0 ? await ports.journal.read(ORGANISATION, start, end - start) : [];
    return { data: entries.toReversed(), next_cursor: start > 0 ? String(start + 1) : null };
  };
