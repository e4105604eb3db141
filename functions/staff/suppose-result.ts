import { supposeResult } from "#shared/use-cases/suppose-result.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveSupposeResult = (ports: PortsOf<typeof supposeResult>): Serve<"suppose-result"> => {
  const useCase = supposeResult(ports);
  return ({ parameters, body }) => useCase({ ...parameters, ...body });
};
