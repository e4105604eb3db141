import { Refusal } from "../foundation/refusal.ts";
import { SYSTEM } from "./actors.ts";
import type { SessionFact } from "./facts.ts";
import type { SessionStatus } from "./head.ts";
import { type Decision, NOTHING, type SessionState, type Situation } from "./state.ts";
import { later, shift } from "./timing.ts";
import { requireLegal } from "./transitions.ts";

type Deed = { reason: string; actor: string };

const DAY = 86_400_000;

/** From these on, the time runs for which a session is kept: only people move it on, or nobody does. */
const AT_REST: ReadonlySet<SessionStatus> = new Set<SessionStatus>([
  "scored",
  "finalized",
  "decided",
  "expired",
  "canceled",
  "withdrawn",
  "voided",
]);

/** When the session is erased by itself; null where no time was set, it has not ended, or it is held. */
export function eraseAt({ status, status_since, retention_days, hold }: SessionState): string | null {
  if (retention_days === null || hold || !AT_REST.has(status)) return null;
  return shift(status_since, retention_days * DAY);
}

/** Keeps a session from being erased. @throws Refusal `wrong_status` once it is */
export function decideHold({ state, now }: Situation, { reason, actor }: Deed): Decision {
  requireLegal(state, "session.held");
  return { facts: [{ kind: "session.held", at: now, actor, payload: { reason } }] };
}

/** Ends a legal hold; where there is none, nothing happens. @throws Refusal `wrong_status` once it is erased */
export function decideRelease({ state, now }: Situation, { reason, actor }: Deed): Decision {
  requireLegal(state, "session.released");
  if (!state.hold) return NOTHING;
  return { facts: [{ kind: "session.released", at: now, actor, payload: { reason } }] };
}

/** Erases what a session's entries say; once is enough. @throws Refusal `wrong_status`, `session_held` */
export function decideErase({ state, now }: Situation, deed: Deed): Decision {
  if (state.erased) return NOTHING;
  requireLegal(state, "session.erased");
  if (state.hold) {
    throw new Refusal("session_held", "The session is under a legal hold; release it first.", {
      data: { held_since: state.hold.at },
    });
  }
  return { facts: [erasure(state, now, deed)] };
}

/** The erasure that has come due by now, if it has. */
export function erasureDue(state: SessionState, now: string): SessionFact[] {
  const at = eraseAt(state);
  if (at === null || now < at) return [];
  const reason = `The ${state.retention_days} days are over for which the session was to be kept.`;
  return [erasure(state, later(at, state.tip.at), { reason, actor: SYSTEM })];
}

/** Once nothing is left that the erasure was to remove. */
export const decideErasureCompleted = ({ state, now }: Situation): Decision =>
  state.erased && !state.erased.completed
    ? { facts: [{ kind: "erasure.completed", at: now, actor: SYSTEM, payload: {} }] }
    : NOTHING;

function erasure(state: SessionState, at: string, { reason, actor }: Deed): SessionFact {
  const { id: session, tip, playbook, playbook_digest, job, created_at } = state;
  const seqs = Array.from({ length: tip.seq }, (_, index) => index + 1);
  const payload = { session, seqs, reason, playbook, playbook_digest, job, created_at };
  return { kind: "session.erased", at, actor, payload };
}
