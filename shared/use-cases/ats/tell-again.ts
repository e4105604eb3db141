import { newErrand } from "../../domain/errands/errand.ts";
import { Refusal } from "../../domain/foundation/refusal.ts";
import type { SettingsStore } from "../../ports/company-settings.ts";
import type { Errands } from "../../ports/errands.ts";
import type { Wake } from "../../ports/workflow.ts";
import type { Ports } from "../ports.ts";
import { type OrderReport, type OrderReportPorts, orderReport } from "./list-orders.ts";
import { noSuchOrder } from "./read-order.ts";

export type TellAgainPorts = OrderReportPorts &
  Pick<Ports, "identity" | "clock"> & {
    settings: SettingsStore;
    errands: Errands;
    /** Has an errand done, by its id. */
    errandRuns: Wake;
  };

/**
 * Has an applicant tracking system told how an order stands, whatever it was told before.
 *
 * @throws Refusal `order_not_found`, `not_connected`
 */
export const tellAgain =
  (ports: TellAgainPorts) =>
  async ({ order: id }: { order: string }): Promise<OrderReport> => {
    const standing = await ports.orders.read(id);
    if (!standing) throw noSuchOrder(id);
    const { credential } = (await ports.settings.read()).ats[standing.ats];
    if (credential === null) throw new Refusal("not_connected", `The settings hold no credential for ${standing.ats}.`);
    const order = (await ports.orders.change(id, (stored) => ({ ...stored, told: null, told_at: null })))!;
    const now = ports.clock.now();
    const task = { kind: "ats", order: id } as const;
    const errand = newErrand(
      { stream: order.session, task, unique: `${id} again ${now}` },
      { digest: ports.identity.digest, now },
    );
    await ports.errands.create(errand);
    await ports.errandRuns.wake(errand.id);
    return orderReport(ports, order);
  };
