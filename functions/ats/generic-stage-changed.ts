import { genericOrder } from "#shared/domain/ats/generic/mapper.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { placeOrder } from "#shared/use-cases/ats/place-order.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveGenericStageChanged = (ports: PortsOf<typeof placeOrder>): Serve<"generic-stage-changed"> => {
  const useCase = placeOrder(ports);
  return async ({ caller, body, mint }) => {
    const { mapping } = (await ports.settings.read()).ats.generic;
    if (!mapping) throw new Refusal("not_connected", "The settings hold no mapping for this webhook.");
    const asked = genericOrder(body, mapping);
    if (!asked) return { order: null, session: null, created: false, url: null };
    const { order, isNew, url } = await useCase({ ...asked, actor: caller.id, mint });
    return { order: order.id, session: order.session, created: isNew, url };
  };
};
