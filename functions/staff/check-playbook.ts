import { checkPlaybook } from "#shared/use-cases/check-playbook.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveCheckPlaybook = (ports: PortsOf<typeof checkPlaybook>): Serve<"check-playbook"> => {
  const useCase = checkPlaybook(ports);
  return ({ body }) => useCase({ playbook: body });
};
