import { listAccommodationRequests } from "#shared/use-cases/list-accommodation-requests.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveListAccommodationRequests = (
  ports: PortsOf<typeof listAccommodationRequests>,
): Serve<"list-accommodation-requests"> => {
  const useCase = listAccommodationRequests(ports);
  return ({ caller, query }) => useCase({ ...query, jobs: caller.actor.jobs });
};
