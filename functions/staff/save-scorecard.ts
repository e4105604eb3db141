import { saveScorecard } from "#shared/use-cases/save-scorecard.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveSaveScorecard = (ports: PortsOf<typeof saveScorecard>): Serve<"save-scorecard"> => {
  const useCase = saveScorecard(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.actor });
};
