import type { Ports } from "./ports.ts";

export type RequestRow = {
  session: string;
  playbook: string;
  job: string | null;
  candidate: { name: string } | null;
  text: string;
  requested_at: string;
};

const STANDARD_LIMIT = 50;

/** Candidates who wait for an answer about extra time. @throws Refusal `invalid_request` for a cursor that isn't one */
export const listAccommodationRequests =
  (ports: Pick<Ports, "index" | "sessions">) =>
  async (input: {
    jobs?: readonly string[] | undefined;
    limit?: number | undefined;
    cursor?: string | undefined;
  }): Promise<{ data: RequestRow[]; next_cursor: string | null }> => {
    const { limit = STANDARD_LIMIT, cursor, jobs } = input;
    const { data: heads, next_cursor } = await ports.index.list({ jobs, asks_for_time: true }, { limit, cursor });
    const rows = await Promise.all(heads.map(({ id }) => rowOf(ports, id)));
    return { data: rows.flat(), next_cursor };
  };

async function rowOf({ sessions }: Pick<Ports, "sessions">, session: string): Promise<RequestRow[]> {
  const { playbook, job, candidate, accommodation_request: request } = (await sessions.read(session)).state;
  if (request?.state !== "open") return [];
  const named = candidate && { name: candidate.name };
  return [{ session, playbook, job, candidate: named, text: request.text, requested_at: request.at }];
}
