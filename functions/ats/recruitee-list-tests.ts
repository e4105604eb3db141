import { listTests } from "#shared/use-cases/ats/list-tests.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveRecruiteeListTests = (ports: PortsOf<typeof listTests>): Serve<"recruitee-list-tests"> =>
  listTests(ports);
