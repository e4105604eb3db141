import { changeNotices } from "#shared/use-cases/company/change-notices.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveChangeNotices = (ports: PortsOf<typeof changeNotices>): Serve<"change-notices"> => {
  const useCase = changeNotices(ports);
  return ({ caller, body }) => useCase({ notices: body, actor: caller.actor.id });
};
