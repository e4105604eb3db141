import { declineAccommodation } from "#shared/use-cases/request-accommodation.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveDeclineAccommodation = (
  ports: PortsOf<typeof declineAccommodation>,
): Serve<"decline-accommodation"> => {
  const useCase = declineAccommodation(ports);
  return ({ caller, parameters, body }) =>
    useCase({ ...parameters, reason: body?.reason ?? null, actor: caller.actor.id });
};
