import { shift } from "../domain/session/timing.ts";
import type { Ports } from "./ports.ts";
import { type ReconcilePorts, reconcile } from "./reconcile.ts";

const AT_MOST = 500;
/** Events younger than this are on their way by themselves. */
const PATIENCE = 60_000;

/**
 * Looks after whatever is due: sessions whose time has come, and events that a crash left open.
 *
 * @throws AggregateError when some of it failed; the rest is done all the same
 */
export const sweep = (ports: ReconcilePorts & Pick<Ports, "index" | "clock">) => {
  const reconcileStream = reconcile(ports);
  return async (): Promise<void> => {
    const now = ports.clock.now();
    const due = await ports.index.due(now, AT_MOST);
    const stale = await ports.outbox.stale(shift(now, -PATIENCE), AT_MOST);
    const failures: unknown[] = [];
    for (const stream of new Set([...due, ...stale])) {
      await reconcileStream({ stream }).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} streams couldn't be reconciled`);
  };
};
