import type { Actor } from "../domain/session/actors.ts";
import type { SessionHead } from "../domain/session/head.ts";
import type { Ports } from "./ports.ts";

/** A session as its interviewers see it: whose it is and how far the cards are; never its score, which would anchor. */
export type InterviewRow = Pick<SessionHead, "playbook" | "status" | "scored_at"> & {
  session: string;
  title: string;
  candidate: { name: string } | null;
  /** The actor's own card. */
  own: "none" | "draft" | "locked";
  locked: number;
  min_raters: number;
};

export type InterviewPage = { data: InterviewRow[]; next_cursor: string | null };

type InterviewPorts = Pick<Ports, "index" | "sessions" | "scorecardDrafts">;

/** Each row is read from its session. */
const STANDARD_LIMIT = 25;

/** Sessions to interview for, newest first. @throws Refusal `invalid_request` */
export const listInterviews =
  (ports: InterviewPorts) =>
  async (input: {
    status?: "scored" | "finalized" | undefined;
    limit?: number | undefined;
    cursor?: string | undefined;
    actor: Actor;
  }): Promise<InterviewPage> => {
    const { status = "scored", limit = STANDARD_LIMIT, cursor, actor } = input;
    const { data, next_cursor } = await ports.index.list({ status, jobs: actor.jobs }, { limit, cursor });
    return { data: await Promise.all(data.map((head) => rowOf(ports, head, actor))), next_cursor };
  };

async function rowOf(ports: InterviewPorts, head: SessionHead, actor: Actor): Promise<InterviewRow> {
  const [{ state, playbook }, draft] = await Promise.all([
    ports.sessions.read(head.id),
    ports.scorecardDrafts.read(head.id, actor.id),
  ]);
  return {
    ...{ session: head.id, playbook: head.playbook, status: head.status, scored_at: head.scored_at },
    title: playbook.title,
    candidate: state.candidate && { name: state.candidate.name },
    own: state.scorecards.has(actor.id) ? "locked" : draft ? "draft" : "none",
    ...{ locked: state.scorecards.size, min_raters: playbook.policy.min_raters },
  };
}
