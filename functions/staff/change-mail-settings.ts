import { changeSettings } from "#shared/use-cases/company/change-settings.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveChangeMailSettings = (ports: PortsOf<typeof changeSettings>): Serve<"change-mail-settings"> => {
  const useCase = changeSettings(ports);
  return ({ caller, body }) => useCase({ mail: body, actor: caller.id });
};
