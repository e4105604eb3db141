import { headOf, type SessionSummary, summaryOf } from "../domain/session/head.ts";
import type { Persons } from "../ports/persons.ts";
import type { Ports } from "./ports.ts";

/** `duplicates`: the other sessions of the same person, by e-mail address, the oldest first. */
export type SessionDetail = SessionSummary & { duplicates: string[] };

/**
 * One session as it is now.
 *
 * @param input.jobs the only jobs whose sessions the caller sees; any, and none, where left out
 * @throws Refusal `session_not_found`
 */
export const readSession =
  (ports: Pick<Ports, "sessions" | "index"> & { persons: Pick<Persons, "others"> }) =>
  async (input: { session: string; jobs?: readonly string[] | undefined }): Promise<SessionDetail> => {
    const { state } = await ports.sessions.read(input.session);
    const others = await ports.persons.others(state.id);
    const heads = await Promise.all(others.map((session) => ports.index.head(session)));
    const { jobs } = input;
    const seen = heads.filter((head) => head && (jobs === undefined || (head.job !== null && jobs.includes(head.job))));
    return { ...summaryOf(headOf(state, null)), duplicates: seen.map((head) => head!.id).sort() };
  };
