import { readScorecards } from "#shared/use-cases/read-scorecards.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadScorecards = (ports: PortsOf<typeof readScorecards>): Serve<"read-scorecards"> => {
  const useCase = readScorecards(ports);
  return ({ caller, parameters }) => useCase({ ...parameters, actor: caller.actor });
};
