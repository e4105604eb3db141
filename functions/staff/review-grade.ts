import { reviewGrade } from "#shared/use-cases/review-grade.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReviewGrade = (ports: PortsOf<typeof reviewGrade>): Serve<"review-grade"> => {
  const useCase = reviewGrade(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.actor });
};
