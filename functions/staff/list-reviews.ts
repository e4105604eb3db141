import { listReviews } from "#shared/use-cases/list-reviews.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveListReviews = (ports: PortsOf<typeof listReviews>): Serve<"list-reviews"> => {
  const useCase = listReviews(ports);
  return ({ caller, query }) => useCase({ ...query, jobs: caller.actor.jobs });
};
