import { runExamples } from "#shared/use-cases/run-examples.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveRunExamples = (ports: PortsOf<typeof runExamples>): Serve<"run-examples"> => {
  const useCase = runExamples(ports);
  return ({ caller, parameters, body }) => useCase({ session: caller.session, item: parameters.item, ...body });
};
