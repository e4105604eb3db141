import { type SessionSummary, summaryOf } from "../domain/session/head.ts";
import type { SessionFilter } from "../ports/session-index.ts";
import type { Ports } from "./ports.ts";

export type ListSessionsInput = SessionFilter & { limit?: number | undefined; cursor?: string | undefined };
export type SessionPage = { data: SessionSummary[]; next_cursor: string | null };

const STANDARD_LIMIT = 50;

/** Sessions, newest first. @throws Refusal `invalid_request` for a cursor that isn't one */
export const listSessions =
  (ports: Pick<Ports, "index">) =>
  async ({ limit = STANDARD_LIMIT, cursor, ...filter }: ListSessionsInput): Promise<SessionPage> => {
    const { data, next_cursor } = await ports.index.list(filter, { limit, cursor });
    return { data: data.map(summaryOf), next_cursor };
  };
