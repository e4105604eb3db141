import { sameJson } from "../foundation/json.ts";
import type { Playbook } from "../playbook/schema.ts";
import { dueReviews } from "../review/due-reviews.ts";
import type { Result } from "../scoring/result.ts";
import { sessionResult } from "../scoring/session-result.ts";
import { SYSTEM } from "./actors.ts";
import type { SessionFact } from "./facts.ts";
import { foresee } from "./fold.ts";
import type { Decision, SessionState, Situation } from "./state.ts";
import { isLegal } from "./transitions.ts";

/**
 * Facts with what follows from them at once: the reviews that they make due, and the new result, where the session
 * has one already. A result that says nothing new isn't computed again.
 */
export function withResult({ state, playbook, now }: Situation, facts: readonly SessionFact[]): Decision {
  const after = foresee(state, facts);
  if (after.results.length === 0) return { facts };
  return { facts: [...facts, ...reviewFacts(after, playbook, now), ...resultFacts(after, playbook, now)] };
}

/** The reviews that became due since the last ones were opened. */
function reviewFacts(state: SessionState, playbook: Playbook, at: string): SessionFact[] {
  if (state.review_seed === null || !isLegal(state.status, "review.opened")) return [];
  const items = dueReviews(state, playbook);
  if (items.length === 0) return [];
  return [{ kind: "review.opened", at, actor: SYSTEM, payload: { seed: state.review_seed, items } }];
}

function resultFacts(state: SessionState, playbook: Playbook, at: string): SessionFact[] {
  const payload = sessionResult(state, playbook, at);
  if (sameJson(withoutTime(payload), withoutTime(state.results.at(-1)!))) return [];
  return [{ kind: "result.computed", at, actor: SYSTEM, payload }];
}

const withoutTime = ({ version: _, computed_at: __, ...rest }: Result) => rest;
