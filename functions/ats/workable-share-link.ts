import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { readOrder } from "#shared/use-cases/ats/read-order.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

/** A link to the report, once there is one. */
export const serveWorkableShareLink = (ports: PortsOf<typeof readOrder>): Serve<"workable-share-link"> => {
  const useCase = readOrder(ports);
  return async ({ parameters }) => {
    const { progress } = await useCase({ ats: "workable", ...parameters });
    if (progress.phase !== "complete") throw new Refusal("report_not_found", "There is no report of this order yet.");
    const { report } = await ports.settings.read();
    return { url: progress.report_url, ttl: report.days, ttl_units: "days" };
  };
};
