import { readInterview } from "#shared/use-cases/read-interview.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadInterview = (ports: PortsOf<typeof readInterview>): Serve<"read-interview"> => {
  const useCase = readInterview(ports);
  return ({ parameters }) => useCase(parameters);
};
