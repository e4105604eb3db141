import { cancelOrder } from "#shared/use-cases/ats/cancel-order.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveAshbyCancelAssessment = (ports: PortsOf<typeof cancelOrder>): Serve<"ashby-cancel-assessment"> => {
  const useCase = cancelOrder(ports);
  return async ({ caller, body: { assessment_id } }) => {
    await useCase({ ats: "ashby", order: assessment_id, actor: caller.id });
    return { success: true, results: { assessment_id } };
  };
};
