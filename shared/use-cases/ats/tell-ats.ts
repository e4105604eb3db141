import { toldText } from "../../domain/ats/progress.ts";
import { isOnHosts, UPDATES } from "../../domain/ats/updates.ts";
import type { Outcome } from "../../domain/errands/errand.ts";
import type { SettingsStore } from "../../ports/company-settings.ts";
import type { Orders } from "../../ports/orders.ts";
import type { Sender } from "../../ports/webhooks.ts";
import type { Ports } from "../ports.ts";
import type { LinkPorts } from "../report/report-link.ts";
import { orderProgress } from "./read-order.ts";

export type TellPorts = LinkPorts & Pick<Ports, "index"> & { orders: Orders; settings: SettingsStore; sender: Sender };

const DROPPED: Outcome = { end: "dropped" };
/** Answers that the same call will get again. */
const FINAL: ReadonlySet<number> = new Set([400, 403, 404, 410, 422]);

/** Tells an ATS how an order stands now, unless it knows already. */
export const tellAts = (ports: TellPorts) => {
  const standing = orderProgress(ports);
  return async ({ order: id }: { order: string }): Promise<Outcome> => {
    const order = await ports.orders.read(id);
    const head = order && (await ports.index.head(order.session));
    if (!head || order.canceled) return DROPPED;
    const settings = await ports.settings.read();
    const connection = settings.ats[order.ats];
    const progress = await standing(order, head, settings);
    const [told, call] = [toldText(progress), UPDATES[order.ats](order, progress, connection)];
    if (!call || order.told === told || !isOnHosts(call.url, connection.hosts)) return DROPPED;
    const { method, url, headers } = call;
    const body = call.body === null ? "" : JSON.stringify(call.body);
    const { status, error, retry_after_seconds: retryAfter } = await ports.sender.send({ method, url, headers, body });
    const at = ports.clock.now();
    if (error === null && status !== null && status < 300) {
      await ports.orders.change(id, (stored) => ({ ...stored, told, told_at: at, failed: null }));
      return { end: "done" };
    }
    const why = error ?? `status ${status}`;
    await ports.orders.change(id, (stored) => ({ ...stored, failed: { at, error: why } }));
    return FINAL.has(status ?? 0) ? { end: "no", error: why } : { end: "again", error: why, retryAfter };
  };
};
