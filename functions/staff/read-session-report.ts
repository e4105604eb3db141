import { behindOwnCard, type SightPorts } from "#shared/use-cases/behind-own-card.ts";
import { type NotingPorts, noteReading } from "#shared/use-cases/note-reading.ts";
import { readSessionReport } from "#shared/use-cases/report/read-session-report.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

type ReportPorts = PortsOf<typeof readSessionReport> & SightPorts & NotingPorts;

export const serveReadSessionReport = (ports: ReportPorts): Serve<"read-session-report"> => {
  const [useCase, note] = [behindOwnCard(ports, readSessionReport(ports)), noteReading(ports)];
  return async ({ caller, parameters }) => {
    const report = await useCase(caller.actor, parameters);
    await note({ ...parameters, part: "report", actor: caller.actor.id });
    return report;
  };
};
