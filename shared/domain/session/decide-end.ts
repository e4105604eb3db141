import { CANDIDATE } from "./actors.ts";
import { type Decision, NOTHING, type Situation } from "./state.ts";
import { requireLegal } from "./transitions.ts";

/** The candidate withdraws. @throws Refusal `wrong_status` */
export function decideWithdraw({ state, now }: Situation): Decision {
  if (state.status === "withdrawn") return NOTHING;
  requireLegal(state, "session.withdrawn");
  return { facts: [{ kind: "session.withdrawn", at: now, actor: CANDIDATE, payload: {} }] };
}

/** The company takes its invitation back. @throws Refusal `wrong_status` */
export function decideCancel({ state, now }: Situation, input: { reason: string | null; actor: string }): Decision {
  if (state.status === "canceled") return NOTHING;
  requireLegal(state, "session.canceled");
  return { facts: [{ kind: "session.canceled", at: now, actor: input.actor, payload: { reason: input.reason } }] };
}

/** The platform failed the candidate; a retake is offered. @throws Refusal `wrong_status` */
export function decideVoid({ state, now }: Situation, input: { reason: string; actor: string }): Decision {
  if (state.status === "voided") return NOTHING;
  requireLegal(state, "session.voided");
  return { facts: [{ kind: "session.voided", at: now, actor: input.actor, payload: { reason: input.reason } }] };
}
