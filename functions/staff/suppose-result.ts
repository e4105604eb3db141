import { behindOwnCard, type SightPorts } from "#shared/use-cases/behind-own-card.ts";
import { supposeResult } from "#shared/use-cases/suppose-result.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveSupposeResult = (ports: PortsOf<typeof supposeResult> & SightPorts): Serve<"suppose-result"> => {
  const useCase = behindOwnCard(ports, supposeResult(ports));
  return ({ caller, parameters, body }) => useCase(caller.actor, { ...parameters, ...body });
};
