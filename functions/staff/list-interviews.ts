import { listInterviews } from "#shared/use-cases/list-interviews.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveListInterviews = (ports: PortsOf<typeof listInterviews>): Serve<"list-interviews"> => {
  const useCase = listInterviews(ports);
  return ({ caller, query }) => useCase({ ...query, actor: caller.actor });
};
