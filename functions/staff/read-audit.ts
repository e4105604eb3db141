import { behindOwnCard, type SightPorts } from "#shared/use-cases/behind-own-card.ts";
import { readAudit } from "#shared/use-cases/read-audit.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadAudit = (ports: PortsOf<typeof readAudit> & SightPorts): Serve<"read-audit"> => {
  const useCase = behindOwnCard(ports, readAudit(ports));
  return ({ caller, parameters, query }) => useCase(caller.actor, { ...parameters, ...query });
};
