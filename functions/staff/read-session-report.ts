import { behindOwnCard, type SightPorts } from "#shared/use-cases/behind-own-card.ts";
import { readSessionReport } from "#shared/use-cases/report/read-session-report.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

type ReportPorts = PortsOf<typeof readSessionReport> & SightPorts;

export const serveReadSessionReport = (ports: ReportPorts): Serve<"read-session-report"> => {
  const useCase = behindOwnCard(ports, readSessionReport(ports));
  return ({ caller, parameters }) => useCase(caller.actor, parameters);
};
