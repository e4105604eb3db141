import { publishPlaybook } from "#shared/use-cases/publish-playbook.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const servePublishPlaybook = (ports: PortsOf<typeof publishPlaybook>): Serve<"publish-playbook"> => {
  const useCase = publishPlaybook(ports);
  return ({ caller, body }) => useCase({ playbook: body, actor: caller.actor.id });
};
