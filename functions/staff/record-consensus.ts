import { recordConsensus } from "#shared/use-cases/record-consensus.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveRecordConsensus = (ports: PortsOf<typeof recordConsensus>): Serve<"record-consensus"> => {
  const useCase = recordConsensus(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.actor });
};
