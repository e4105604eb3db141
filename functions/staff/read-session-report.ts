import { readSessionReport } from "#shared/use-cases/report/read-session-report.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadSessionReport = (ports: PortsOf<typeof readSessionReport>): Serve<"read-session-report"> => {
  const useCase = readSessionReport(ports);
  return ({ parameters }) => useCase(parameters);
};
