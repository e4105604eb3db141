import { ashbyOrder, ashbyState } from "#shared/domain/ats/ashby/mapper.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { placeOrder } from "#shared/use-cases/ats/place-order.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

/** Ashby wants to be told of a second assessment of the same application: 409. */
export const serveAshbyStartAssessment = (ports: PortsOf<typeof placeOrder>): Serve<"ashby-start-assessment"> => {
  const useCase = placeOrder(ports);
  return async ({ caller, body, mint }) => {
    const { order, isNew } = await useCase({ ...ashbyOrder(body), actor: caller.id, mint });
    if (!isNew) throw new Refusal("already_ordered", "This application has this assessment already.");
    const update_request = ashbyState(order.id, { phase: "open", status: "invited", at: order.placed_at });
    return { success: true, results: { assessment_id: order.id, update_request } };
  };
};
