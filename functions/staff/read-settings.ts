import { readSettings } from "#shared/use-cases/company/read-settings.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadSettings = (ports: PortsOf<typeof readSettings>): Serve<"read-settings"> => {
  const useCase = readSettings(ports);
  return () => useCase();
};
