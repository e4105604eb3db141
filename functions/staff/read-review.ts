import { readReview } from "#shared/use-cases/read-review.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadReview = (ports: PortsOf<typeof readReview>): Serve<"read-review"> => {
  const useCase = readReview(ports);
  return ({ caller, parameters }) => useCase({ ...parameters, actor: caller.actor });
};
