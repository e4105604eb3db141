import { confirmFlag } from "#shared/use-cases/answer-flag.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveConfirmFlag = (ports: PortsOf<typeof confirmFlag>): Serve<"confirm-flag"> => {
  const useCase = confirmFlag(ports);
  return ({ caller, parameters, body }) => useCase({ ...parameters, ...body, actor: caller.actor });
};
