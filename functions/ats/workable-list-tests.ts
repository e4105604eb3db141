import { listTests } from "#shared/use-cases/ats/list-tests.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveWorkableListTests = (ports: PortsOf<typeof listTests>): Serve<"workable-list-tests"> => {
  const useCase = listTests(ports);
  return async () => ({ tests: await useCase() });
};
