import { changeSettings } from "#shared/use-cases/company/change-settings.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveChangeReportSettings = (ports: PortsOf<typeof changeSettings>): Serve<"change-report-settings"> => {
  const useCase = changeSettings(ports);
  return ({ caller, body }) => useCase({ report: body, actor: caller.id });
};
