import { liftFlag } from "#shared/use-cases/answer-flag.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveLiftFlag = (ports: PortsOf<typeof liftFlag>): Serve<"lift-flag"> => {
  const useCase = liftFlag(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.actor });
};
