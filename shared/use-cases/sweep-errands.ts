import type { Errands } from "../ports/errands.ts";
import type { Wake } from "../ports/workflow.ts";
import type { Ports } from "./ports.ts";

const AT_MOST = 500;

/** Has everything done outside whose time has come: reminders, further attempts, and what a crash left behind. */
export const sweepErrands =
  (ports: Pick<Ports, "clock"> & { errands: Errands; errandRuns: Wake }) => async (): Promise<void> => {
    for (const id of await ports.errands.due(ports.clock.now(), AT_MOST)) await ports.errandRuns.wake(id);
  };
