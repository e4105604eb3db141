import type { Order } from "../../domain/ats/order.ts";
import type { SessionStatus } from "../../domain/session/head.ts";
import type { Orders } from "../../ports/orders.ts";
import type { Page } from "../page.ts";
import type { Ports } from "../ports.ts";

/** An order as staff see it: without what only its applicant tracking system needs. `status` is null until its session stands. */
export type OrderReport = Omit<Order, "key_hash" | "callback" | "told" | "told_at"> & {
  status: SessionStatus | null;
  /** What the system was told last, and when. */
  told: { at: string | null; text: string } | null;
};

export type OrderReportPorts = Pick<Ports, "index"> & { orders: Orders };

const STANDARD_LIMIT = 50;

/** What applicant tracking systems have ordered, newest first. @throws Refusal `invalid_request` */
export const listOrders =
  (ports: OrderReportPorts) =>
  async ({
    limit = STANDARD_LIMIT,
    cursor,
  }: {
    limit?: number | undefined;
    cursor?: string | undefined;
  }): Promise<Page<OrderReport>> => {
    const { data, next_cursor } = await ports.orders.list({ limit, cursor });
    return { data: await Promise.all(data.map((order) => orderReport(ports, order))), next_cursor };
  };

export async function orderReport({ index }: Pick<Ports, "index">, order: Order): Promise<OrderReport> {
  const { key_hash: _, callback: __, told, told_at, ...shown } = order;
  const head = await index.head(order.session);
  return { ...shown, status: head?.status ?? null, told: told === null ? null : { at: told_at, text: told } };
}
