import { workableOrder } from "#shared/domain/ats/workable/mapper.ts";
import { placeOrder } from "#shared/use-cases/ats/place-order.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveWorkableCreateAssessment = (
  ports: PortsOf<typeof placeOrder>,
): Serve<"workable-create-assessment"> => {
  const useCase = placeOrder(ports);
  return async ({ caller, body, mint }) => {
    const { order } = await useCase({ ...workableOrder(body), actor: caller.id, mint });
    return { assessment_id: order.id };
  };
};
