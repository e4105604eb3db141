import { readFlags } from "#shared/use-cases/read-flags.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadFlags = (ports: PortsOf<typeof readFlags>): Serve<"read-flags"> => {
  const useCase = readFlags(ports);
  return ({ parameters }) => useCase(parameters);
};
