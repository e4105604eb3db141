import type { AtsName, Order } from "../../domain/ats/order.ts";
import { Refusal } from "../../domain/foundation/refusal.ts";
import { decideCancel } from "../../domain/session/decide-end.ts";
import { NOTHING } from "../../domain/session/state.ts";
import { isLegal } from "../../domain/session/transitions.ts";
import type { Orders } from "../../ports/orders.ts";
import type { Ports } from "../ports.ts";
import { keyHash } from "./place-order.ts";
import { requireOrder } from "./read-order.ts";

/**
 * The ATS takes an order back. What is handed in already stays; asking twice is asking once.
 *
 * @throws Refusal `order_not_found`
 */
export const cancelOrder =
  (ports: Pick<Ports, "sessions"> & { orders: Orders }) =>
  async (input: { ats: AtsName; order: string; actor: string }): Promise<Order> => {
    const { id, session } = await requireOrder(ports.orders, input);
    const changed = await ports.orders.change(id, (stored) => ({ ...stored, canceled: true }));
    await ports.sessions.change(session, (now) =>
      isLegal(now.state.status, "session.canceled")
        ? decideCancel(now, { reason: `canceled in ${input.ats}`, actor: input.actor })
        : NOTHING,
    );
    return changed!;
  };

/** The latest order under an ATS's own key. @throws Refusal `order_not_found` */
export const orderUnder =
  (ports: Pick<Ports, "sessions" | "identity"> & { orders: Orders }) =>
  async ({ ats, key }: { ats: AtsName; key: string }): Promise<Order> => {
    const order = await ports.orders.latest(ats, keyHash(ports.identity, { ats, key }));
    if (order) return order;
    throw new Refusal("order_not_found", `Nothing was ordered under "${key.slice(0, 64)}".`);
  };
