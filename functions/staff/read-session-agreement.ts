import { readSessionAgreement } from "#shared/use-cases/read-agreement.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadSessionAgreement = (
  ports: PortsOf<typeof readSessionAgreement>,
): Serve<"read-session-agreement"> => {
  const useCase = readSessionAgreement(ports);
  return ({ parameters }) => useCase(parameters);
};
