import { type BlindItem, blindView } from "../domain/review/blind-view.ts";
import type { Actor } from "../domain/session/actors.ts";
import { decideWholeReview } from "../domain/session/decide-review.ts";
import type { Review } from "../domain/session/people-facts.ts";
import type { Ports } from "./ports.ts";
import { type SignedChangePorts, signedChange } from "./signed-change.ts";

/**
 * A reviewer marks an item, all of it at once, so that nothing of the machine's mark is seen before. The answer shows it.
 *
 * @throws Refusal `session_not_found`, `item_not_found`, `criterion_not_found`, `wrong_status`, `invalid_grade`
 */
export const submitReview = (ports: SignedChangePorts & Pick<Ports, "identity">) => {
  const change = signedChange(ports);
  return async (input: {
    session: string;
    item: string;
    marks: readonly Review[];
    actor: Actor;
  }): Promise<BlindItem> => {
    const { session, item, marks, actor } = input;
    const situation = await change(session, (now) => decideWholeReview(now, { item, marks, actor: actor.id }));
    return blindView(situation, actor.id, ports.identity.digest).items.find((one) => one.item === item)!;
  };
};
