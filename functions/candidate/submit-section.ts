import { submitSection } from "#shared/use-cases/submit-section.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveSubmitSection = (ports: PortsOf<typeof submitSection>): Serve<"submit-section"> => {
  const useCase = submitSection(ports);
  return ({ caller, parameters }) => useCase({ session: caller.session, section: parameters.section });
};
