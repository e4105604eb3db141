import { lockScorecard } from "#shared/use-cases/lock-scorecard.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveLockScorecard = (ports: PortsOf<typeof lockScorecard>): Serve<"lock-scorecard"> => {
  const useCase = lockScorecard(ports);
  return ({ caller, parameters }) => useCase({ ...parameters, actor: caller.actor });
};
