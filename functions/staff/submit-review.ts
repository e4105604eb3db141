import { submitReview } from "#shared/use-cases/submit-review.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveSubmitReview = (ports: PortsOf<typeof submitReview>): Serve<"submit-review"> => {
  const useCase = submitReview(ports);
  return ({ caller, parameters, body }) => {
    const marks = body.marks.map(({ criterion = null, ...mark }) => ({ ...mark, criterion }));
    return useCase({ ...parameters, marks, actor: caller.actor });
  };
};
