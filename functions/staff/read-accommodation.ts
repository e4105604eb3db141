import { readAccommodation } from "#shared/use-cases/request-accommodation.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadAccommodation = (ports: PortsOf<typeof readAccommodation>): Serve<"read-accommodation"> => {
  const useCase = readAccommodation(ports);
  return ({ parameters }) => useCase(parameters);
};
