import { readOrganisationAudit } from "#shared/use-cases/read-organisation-audit.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadOrganisationAudit = (
  ports: PortsOf<typeof readOrganisationAudit>,
): Serve<"read-organisation-audit"> => {
  const useCase = readOrganisationAudit(ports);
  return ({ query }) => useCase(query);
};
