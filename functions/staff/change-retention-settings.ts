import { changeSettings } from "#shared/use-cases/company/change-settings.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveChangeRetentionSettings = (
  ports: PortsOf<typeof changeSettings>,
): Serve<"change-retention-settings"> => {
  const useCase = changeSettings(ports);
  return ({ caller, body }) => useCase({ retention: body, actor: caller.actor.id });
};
