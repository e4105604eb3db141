import { listApiKeys } from "#shared/use-cases/list-api-keys.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveListApiKeys = (ports: PortsOf<typeof listApiKeys>): Serve<"list-api-keys"> => {
  const useCase = listApiKeys(ports);
  return () => useCase();
};
