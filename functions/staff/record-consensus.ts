import { behindOwnCard, type SightPorts } from "#shared/use-cases/behind-own-card.ts";
import { recordConsensus } from "#shared/use-cases/record-consensus.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveRecordConsensus = (
  ports: PortsOf<typeof recordConsensus> & SightPorts,
): Serve<"record-consensus"> => {
  const useCase = behindOwnCard(ports, recordConsensus(ports));
  return ({ caller, parameters, body }) => useCase(caller.actor, { ...parameters, ...body, actor: caller.actor });
};
