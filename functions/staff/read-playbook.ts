import { readPlaybook } from "#shared/use-cases/read-playbook.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadPlaybook = (ports: PortsOf<typeof readPlaybook>): Serve<"read-playbook"> => {
  const useCase = readPlaybook(ports);
  return async ({ parameters }) => {
    const published = await useCase(parameters);
    return { ...published, playbook: { ...published.playbook } };
  };
};
