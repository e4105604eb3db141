import { behindOwnCard, type SightPorts } from "#shared/use-cases/behind-own-card.ts";
import { readSessionAgreement } from "#shared/use-cases/read-agreement.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadSessionAgreement = (
  ports: PortsOf<typeof readSessionAgreement> & SightPorts,
): Serve<"read-session-agreement"> => {
  const useCase = behindOwnCard(ports, readSessionAgreement(ports));
  return ({ caller, parameters }) => useCase(caller.actor, parameters);
};
