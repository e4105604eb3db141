import { listStaff } from "#shared/use-cases/list-staff.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveListStaff = (ports: PortsOf<typeof listStaff>): Serve<"list-staff"> => {
  const useCase = listStaff(ports);
  return ({ query }) => useCase(query);
};
