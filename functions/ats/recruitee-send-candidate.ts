import { recruiteeOrder } from "#shared/domain/ats/recruitee/mapper.ts";
import { placeOrder } from "#shared/use-cases/ats/place-order.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveRecruiteeSendCandidate = (ports: PortsOf<typeof placeOrder>): Serve<"recruitee-send-candidate"> => {
  const useCase = placeOrder(ports);
  return async ({ caller, body, mint }) => {
    const { order } = await useCase({ ...recruiteeOrder(body), actor: caller.id, mint });
    return { order: order.id, status: "sent" };
  };
};
