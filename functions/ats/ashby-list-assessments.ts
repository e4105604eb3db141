import { listTests } from "#shared/use-cases/ats/list-tests.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveAshbyListAssessments = (ports: PortsOf<typeof listTests>): Serve<"ashby-list-assessments"> => {
  const useCase = listTests(ports);
  return async () => ({
    success: true,
    results: (await useCase()).map(({ id, name }) => ({ assessment_type_id: id, name })),
  });
};
