import { listTests } from "#shared/use-cases/ats/list-tests.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveGreenhouseListTests = (ports: PortsOf<typeof listTests>): Serve<"greenhouse-list-tests"> => {
  const useCase = listTests(ports);
  return async () => (await useCase()).map(({ id, name }) => ({ partner_test_id: id, partner_test_name: name }));
};
