import { type SessionSummary, summaryOf } from "../domain/session/head.ts";
import type { SessionFilter, SessionSort } from "../domain/session/lists.ts";
import type { Ports } from "./ports.ts";

export type ListSessionsInput = SessionFilter & {
  limit?: number | undefined;
  cursor?: string | undefined;
  /** `-created` where left out: the newest first. */
  sort?: SessionSort | undefined;
};
export type SessionPage = { data: SessionSummary[]; next_cursor: string | null };

const STANDARD_LIMIT = 50;

/** Sessions in order. @throws Refusal `invalid_request` for a cursor that isn't one */
export const listSessions =
  (ports: Pick<Ports, "index">) =>
  async ({ limit = STANDARD_LIMIT, cursor, sort, ...filter }: ListSessionsInput): Promise<SessionPage> => {
    const { data, next_cursor } = await ports.index.list(filter, { limit, cursor, sort });
    return { data: data.map(summaryOf), next_cursor };
  };
