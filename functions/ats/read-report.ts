import { readReport } from "#shared/use-cases/report/read-report.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadReport = (ports: PortsOf<typeof readReport>): Serve<"read-report"> => {
  const useCase = readReport(ports);
  return ({ parameters }) => useCase(parameters);
};
