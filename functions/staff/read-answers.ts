import { readAnswers } from "#shared/use-cases/read-answers.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadAnswers = (ports: PortsOf<typeof readAnswers>): Serve<"read-answers"> => {
  const useCase = readAnswers(ports);
  return ({ parameters }) => useCase(parameters);
};
