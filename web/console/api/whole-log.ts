import { useQuery } from "@tanstack/preact-query";
import type { Call } from "./client.ts";
import { useCall } from "./hooks.ts";
import type { AnswerOf } from "./types.ts";

export type AuditEntry = AnswerOf<"read-audit">["data"][number];

const MOST = 100;

/** A session's log from its first entry to its last, however many pages it has. */
export function useWholeLog(session: string) {
  const call = useCall();
  return useQuery({
    queryKey: ["whole-log", session],
    queryFn: ({ signal }) => readAll(call, session, signal),
  });
}

async function readAll(call: Call, session: string, signal: AbortSignal): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await call("read-audit", { session }, { query: { limit: MOST, cursor }, signal });
    entries.push(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return entries;
}
