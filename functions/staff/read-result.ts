import { behindOwnCard, type SightPorts } from "#shared/use-cases/behind-own-card.ts";
import { readResult } from "#shared/use-cases/read-result.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadResult = (ports: PortsOf<typeof readResult> & SightPorts): Serve<"read-result"> => {
  const useCase = behindOwnCard(ports, readResult(ports));
  return ({ caller, parameters, query }) => useCase(caller.actor, { ...parameters, ...query });
};
