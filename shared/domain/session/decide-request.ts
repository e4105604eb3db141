import { Refusal } from "../foundation/refusal.ts";
import { CANDIDATE } from "./actors.ts";
import { type Decision, NOTHING, type Situation } from "./state.ts";
import { requireLegal } from "./transitions.ts";

const MOST_REQUESTS = 5;

/**
 * The candidate asks for extra time before starting; asking again replaces what was asked.
 *
 * @throws Refusal `wrong_status`, `session_expired`, `too_many_requests`
 */
export function decideRequest({ state, now }: Situation, { text }: { text: string }): Decision {
  if (state.accommodation_request?.state === "open" && state.accommodation_request.text === text) return NOTHING;
  requireLegal(state, "accommodation.requested");
  if (state.accommodation_requests >= MOST_REQUESTS) {
    throw new Refusal("too_many_requests", "You have asked several times already; please write to the company.");
  }
  return { facts: [{ kind: "accommodation.requested", at: now, actor: CANDIDATE, payload: { text } }] };
}

/** Extra time is not given. @throws Refusal `wrong_status`, `nothing_requested` */
export function decideDecline({ state, now }: Situation, input: { reason: string | null; actor: string }): Decision {
  requireLegal(state, "accommodation.declined");
  if (state.accommodation_request?.state !== "open") {
    throw new Refusal("nothing_requested", "The candidate waits for no answer about extra time.");
  }
  return {
    facts: [{ kind: "accommodation.declined", at: now, actor: input.actor, payload: { reason: input.reason } }],
  };
}
