import type { SessionHead, SessionStatus } from "./head.ts";

/** By what lists of sessions can be sorted, rising; with a minus falling. */
export const SESSION_SORTS = [
  ...(["created", "updated", "name", "score"] as const),
  ...(["-created", "-updated", "-name", "-score"] as const),
] as const;
export type SessionSort = (typeof SESSION_SORTS)[number];

export type SessionFilter = {
  status?: SessionStatus | undefined;
  /** `id@version`, or `id` for all versions. */
  playbook?: string | undefined;
  /** `id@version`: the sessions that this version grades. */
  graded_by?: string | undefined;
  external_id?: string | undefined;
  job?: string | undefined;
  /** Only sessions of one of these jobs. */
  jobs?: readonly string[] | undefined;
  /** Part of the candidate's name, e-mail address or external id, or of the session's id; see {@link folded}. */
  q?: string | undefined;
  updated_since?: string | undefined;
  /** Only sessions with grades that wait for a person. */
  under_review?: true | undefined;
  /** Only sessions whose candidates wait for an answer to a request for extra time. */
  asks_for_time?: true | undefined;
};

/** A text as it is searched and sorted: without case and accents. */
export const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

type Test<K extends keyof SessionFilter> = (wanted: NonNullable<SessionFilter[K]>, head: SessionHead) => boolean;

const TESTS: { readonly [K in keyof Required<SessionFilter>]: Test<K> } = {
  status: (wanted, { status }) => status === wanted,
  playbook: (wanted, { playbook }) => playbook === wanted || playbook.startsWith(`${wanted}@`),
  graded_by: (wanted, { graded_by }) => graded_by === wanted,
  external_id: (wanted, { candidate }) => candidate?.external_id === wanted,
  job: (wanted, { job }) => job === wanted,
  jobs: (wanted, { job }) => job !== null && wanted.includes(job),
  q: (wanted, { id, candidate }) =>
    [id, candidate?.name, candidate?.email, candidate?.external_id].some((text = "") =>
      folded(text).includes(folded(wanted.trim())),
    ),
  updated_since: (wanted, { updated_at }) => updated_at >= wanted,
  under_review: (_, { open_reviews }) => open_reviews > 0,
  asks_for_time: (_, { asks_for_time }) => asks_for_time,
};

/** Whether a session belongs into a filtered list. */
export const matches = (filter: SessionFilter, head: SessionHead): boolean =>
  (Object.keys(TESTS) as (keyof SessionFilter)[]).every((name) => {
    const wanted = filter[name];
    return wanted === undefined || (TESTS[name] as Test<typeof name>)(wanted, head);
  });
