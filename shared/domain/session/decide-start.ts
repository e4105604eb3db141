import type { AgreedNotices } from "../company/notices.ts";
import { CANDIDATE } from "./actors.ts";
import { type Decision, NOTHING, type Situation } from "./state.ts";
import { requireLegal } from "./transitions.ts";

/**
 * The candidate agrees, to the notices as they were shown, and starts. Starting a started session again changes nothing.
 *
 * @throws Refusal `wrong_status`, `session_expired`
 */
export function decideStart({ state, now }: Situation, notices?: AgreedNotices): Decision {
  if (state.started_at !== null) return NOTHING;
  requireLegal(state, "session.started");
  const payload = { consent: true as const, ...(notices && { notices }) };
  return { facts: [{ kind: "session.started", at: now, actor: CANDIDATE, payload }] };
}
