import type { SessionHead } from "../domain/session/head.ts";
import type { Ports } from "./ports.ts";

export type ReviewPage = {
  data: (Pick<SessionHead, "playbook" | "status" | "scored_at" | "open_reviews"> & { session: string })[];
  next_cursor: string | null;
};

const STANDARD_LIMIT = 50;

/** Sessions with grades that wait for a person; whose they are isn't told. @throws Refusal `invalid_request` */
export const listReviews =
  (ports: Pick<Ports, "index">) =>
  async (input: {
    playbook?: string | undefined;
    jobs?: readonly string[] | undefined;
    limit?: number | undefined;
    cursor?: string | undefined;
  }): Promise<ReviewPage> => {
    const { limit = STANDARD_LIMIT, cursor, playbook, jobs } = input;
    const { data, next_cursor } = await ports.index.list({ playbook, jobs, under_review: true }, { limit, cursor });
    const rows = data.map(({ id, playbook, status, scored_at, open_reviews }) => ({
      ...{ session: id, playbook, status, scored_at, open_reviews },
    }));
    return { data: rows, next_cursor };
  };
