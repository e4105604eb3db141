import { readAudit } from "#shared/use-cases/read-audit.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadAudit = (ports: PortsOf<typeof readAudit>): Serve<"read-audit"> => {
  const useCase = readAudit(ports);
  return ({ parameters, query }) => useCase({ ...parameters, ...query });
};
