import { comparePlaybooks } from "#shared/use-cases/compare-playbooks.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveComparePlaybooks = (ports: PortsOf<typeof comparePlaybooks>): Serve<"compare-playbooks"> => {
  const useCase = comparePlaybooks(ports);
  return ({ parameters, query }) => useCase({ ...parameters, ...query });
};
