import { objectToGrade } from "#shared/use-cases/object-to-grade.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveObjectToGrade = (ports: PortsOf<typeof objectToGrade>): Serve<"object-to-grade"> => {
  const useCase = objectToGrade(ports);
  return ({ caller, body }) => useCase({ session: caller.session, ...body });
};
