import { raiseFlag } from "#shared/use-cases/raise-flag.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveRaiseFlag = (ports: PortsOf<typeof raiseFlag>): Serve<"raise-flag"> => {
  const useCase = raiseFlag(ports);
  return ({ caller, parameters, body, mint }) => useCase({ ...parameters, ...body, actor: caller.actor, mint });
};
