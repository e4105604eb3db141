import { reissueLink } from "#shared/use-cases/reissue-link.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReissueLink = (ports: PortsOf<typeof reissueLink>): Serve<"reissue-link"> => {
  const useCase = reissueLink(ports);
  return ({ caller, parameters, body }) =>
    useCase({ ...parameters, mail: body?.mail ?? false, actor: caller.actor.id });
};
