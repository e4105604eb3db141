import type { Route } from "#shared/contracts/route.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { Exchange, Link } from "../exchange.ts";

/** The job of a session; null where it has none, undefined where there is no such session. */
export type JobOf = (session: string) => Promise<string | null | undefined>;

/**
 * Keeps who sees some jobs only from the sessions of all others, whatever the route: one that its path names is to them
 * as if there were none, and what tells of sessions without naming one is filtered by its operation or refused.
 *
 * @throws Refusal `session_not_found`, `forbidden`
 */
export function limitJobs(jobOf: JobOf): Link {
  return {
    before: async ({ event: { exchange } }) => {
      const jobs = jobsOf(exchange);
      if (jobs === undefined) return;
      const { session } = exchange.parameters;
      if (session === undefined) return requireFit(exchange.route!);
      const job = await jobOf(session);
      if (typeof job === "string" && jobs.includes(job)) return;
      throw new Refusal("session_not_found", `There is no session "${session}".`);
    },
  };
}

const jobsOf = ({ caller }: Exchange): readonly string[] | undefined =>
  "actor" in caller ? caller.actor.jobs : undefined;

function requireFit({ jobs }: Route): void {
  if (jobs !== undefined) return;
  throw new Refusal("forbidden", "This tells of every job's sessions, and you see those of your own jobs alone.");
}
