import { exportOwnData } from "#shared/use-cases/export-own-data.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveExportOwnData = (ports: PortsOf<typeof exportOwnData>): Serve<"export-own-data"> => {
  const useCase = exportOwnData(ports);
  return ({ caller }) => useCase({ session: caller.session });
};
