import type { AtsName, Order } from "../../domain/ats/order.ts";
import { type Progress, progressOf, type Standing } from "../../domain/ats/progress.ts";
import type { CompanySettings } from "../../domain/company/settings.ts";
import { Refusal } from "../../domain/foundation/refusal.ts";
import { headOf } from "../../domain/session/head.ts";
import type { SettingsStore } from "../../ports/company-settings.ts";
import type { Orders } from "../../ports/orders.ts";
import type { Ports } from "../ports.ts";
import { type LinkPorts, reportLink } from "../report/report-link.ts";

export type ReadOrderPorts = LinkPorts & Pick<Ports, "sessions"> & { orders: Orders; settings: SettingsStore };

/** How an order of one ATS stands now. @throws Refusal `order_not_found` */
export const readOrder = (ports: ReadOrderPorts) => {
  const standing = orderProgress(ports);
  return async (input: { ats: AtsName; order: string }): Promise<{ order: Order; progress: Progress }> => {
    const order = await requireOrder(ports.orders, input);
    const { state } = await ports.sessions.read(order.session);
    return { order, progress: await standing(order, headOf(state, null), await ports.settings.read()) };
  };
};

/** The order by its id, for the ATS that placed it and no other. @throws Refusal `order_not_found` */
export async function requireOrder(
  orders: Orders,
  { ats, order: id }: { ats: AtsName; order: string },
): Promise<Order> {
  const order = await orders.read(id);
  if (order?.ats === ats) return order;
  throw noSuchOrder(id);
}

export const noSuchOrder = (id: string): Refusal =>
  new Refusal("order_not_found", `There is no order "${id.slice(0, 64)}".`);

/** The progress of an order, with a fresh link to its report. */
export function orderProgress(ports: LinkPorts) {
  const link = reportLink(ports);
  return async ({ ats, session }: Order, head: Standing, settings: CompanySettings): Promise<Progress> => {
    const report_url = await link({ session, days: settings.report.days });
    return progressOf(head, { report_url, pass_mark: settings.ats[ats].pass_mark });
  };
}
