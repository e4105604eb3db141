import { readKeys } from "#shared/use-cases/read-keys.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadKeys = (ports: PortsOf<typeof readKeys>): Serve<"read-keys"> => {
  const useCase = readKeys(ports);
  return () => useCase();
};
