import { Refusal } from "../foundation/refusal.ts";
import { CANDIDATE } from "./actors.ts";
import { requireItem } from "./lookup.ts";
import type { Decision, Situation } from "./state.ts";
import { requireLegal } from "./transitions.ts";

/**
 * The candidate objects to one grade, once, after what the company shares was shown.
 *
 * @throws Refusal `item_not_found`, `wrong_status`, `nothing_shared`, `already_objected`
 */
export function decideObjection({ state, playbook, now }: Situation, input: { item: string; text: string }): Decision {
  requireItem(playbook, input.item);
  requireLegal(state, "objection.raised");
  if (playbook.policy.share_with_candidate === "none") {
    throw new Refusal("nothing_shared", "Nothing of the result is shared, so there is nothing to object to here.");
  }
  if (state.objection) throw new Refusal("already_objected", "One objection can be made, and it was made.");
  const payload = { item: input.item, text: input.text };
  return { facts: [{ kind: "objection.raised", at: now, actor: CANDIDATE, payload }] };
}
