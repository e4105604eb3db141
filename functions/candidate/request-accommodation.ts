import { requestAccommodation } from "#shared/use-cases/request-accommodation.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveRequestAccommodation = (
  ports: PortsOf<typeof requestAccommodation>,
): Serve<"request-accommodation"> => {
  const useCase = requestAccommodation(ports);
  return ({ caller, body }) => useCase({ session: caller.session, ...body });
};
