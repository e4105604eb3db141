import { tellAgain } from "#shared/use-cases/ats/tell-again.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveTellOrder = (ports: PortsOf<typeof tellAgain>): Serve<"tell-order"> => {
  const useCase = tellAgain(ports);
  return ({ parameters }) => useCase(parameters);
};
