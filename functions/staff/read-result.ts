import { readResult } from "#shared/use-cases/read-result.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadResult = (ports: PortsOf<typeof readResult>): Serve<"read-result"> => {
  const useCase = readResult(ports);
  return ({ parameters, query }) => useCase({ ...parameters, ...query });
};
