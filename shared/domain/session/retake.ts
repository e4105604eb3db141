import { Refusal } from "../foundation/refusal.ts";
import type { SessionStatus } from "./head.ts";
import type { SessionState } from "./state.ts";
import { shift } from "./timing.ts";

const DAY = 86_400_000;
/** What was the platform's fault counts for nobody. */
const DOESNT_COUNT: ReadonlySet<SessionStatus> = new Set<SessionStatus>(["voided", "erased"]);

/** What a creation says where the same person may have taken the playbook before. */
export type RetakeInput = { override?: boolean | undefined; override_reason?: string | null | undefined };

type Earlier = Pick<SessionState, "id" | "playbook" | "status" | "started_at">;

/**
 * Whether somebody may take a playbook again.
 *
 * @returns the session it follows too soon, with the reason why it may; undefined where it isn't too soon
 * @throws Refusal `retake_too_early` with `again_at`, where no reason overrides it
 */
export function retakeOf(
  { id, after_days, now }: { id: string; after_days: number; now: string },
  earlier: readonly Earlier[],
  { override = false, override_reason }: RetakeInput,
): { of: string; reason: string } | undefined {
  const last = latestStart(earlier, id);
  const again_at = last && shift(last.started_at, after_days * DAY);
  if (!last || !again_at || now >= again_at) return undefined;
  if (override && override_reason) return { of: last.id, reason: override_reason };
  throw new Refusal(
    "retake_too_early",
    `This person took it less than ${after_days} days ago; override with a reason.`,
    {
      data: { earlier_session: last.id, again_at },
    },
  );
}

function latestStart(earlier: readonly Earlier[], playbook: string): (Earlier & { started_at: string }) | undefined {
  const taken = earlier.filter(
    (session): session is Earlier & { started_at: string } =>
      session.started_at !== null && session.playbook.startsWith(`${playbook}@`) && !DOESNT_COUNT.has(session.status),
  );
  return taken.sort((a, b) => (a.started_at < b.started_at ? 1 : -1))[0];
}
