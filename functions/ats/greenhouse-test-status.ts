import { greenhouseStatus } from "#shared/domain/ats/greenhouse/mapper.ts";
import { readOrder } from "#shared/use-cases/ats/read-order.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveGreenhouseTestStatus = (ports: PortsOf<typeof readOrder>): Serve<"greenhouse-test-status"> => {
  const useCase = readOrder(ports);
  return async ({ query }) => {
    const { progress } = await useCase({ ats: "greenhouse", order: query.partner_interview_id });
    return greenhouseStatus(progress);
  };
};
