import { cancelOrder, orderUnder } from "#shared/use-cases/ats/cancel-order.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

/** Recruitee names its own report, not our order. */
export const serveRecruiteeCancelReport = (ports: PortsOf<typeof orderUnder>): Serve<"recruitee-cancel-report"> => {
  const [find, cancel] = [orderUnder(ports), cancelOrder(ports)];
  return async ({ caller, body }) => {
    const { id } = await find({ ats: "recruitee", key: body.report_id });
    await cancel({ ats: "recruitee", order: id, actor: caller.id });
    return { order: id, status: "canceled" };
  };
};
