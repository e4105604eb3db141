import { overrideFlag } from "#shared/use-cases/answer-flag.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveOverrideFlag = (ports: PortsOf<typeof overrideFlag>): Serve<"override-flag"> => {
  const useCase = overrideFlag(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.actor });
};
