import { greenhouseOrder } from "#shared/domain/ats/greenhouse/mapper.ts";
import { placeOrder } from "#shared/use-cases/ats/place-order.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveGreenhouseSendTest = (ports: PortsOf<typeof placeOrder>): Serve<"greenhouse-send-test"> => {
  const useCase = placeOrder(ports);
  return async ({ caller, body, mint }) => {
    const { order } = await useCase({ ...greenhouseOrder(body), actor: caller.id, mint });
    return { partner_interview_id: order.id };
  };
};
