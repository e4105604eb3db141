import { beginSection } from "#shared/use-cases/begin-section.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveBeginSection = (ports: PortsOf<typeof beginSection>): Serve<"begin-section"> => {
  const useCase = beginSection(ports);
  return ({ caller, parameters }) => useCase({ session: caller.session, section: parameters.section });
};
