import { readAgreement } from "#shared/use-cases/read-agreement.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadAgreement = (ports: PortsOf<typeof readAgreement>): Serve<"read-agreement"> => {
  const useCase = readAgreement(ports);
  return ({ caller, query }) => useCase({ ...query, actor: caller.actor });
};
