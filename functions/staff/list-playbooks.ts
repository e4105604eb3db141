import { listPlaybooks } from "#shared/use-cases/list-playbooks.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveListPlaybooks = (ports: PortsOf<typeof listPlaybooks>): Serve<"list-playbooks"> => {
  const useCase = listPlaybooks(ports);
  return ({ query }) => useCase(query);
};
