import type { Json } from "../domain/foundation/json.ts";
import { decideSave, savedReply, wellFormed } from "../domain/session/decide-save.ts";
import { requireItem } from "../domain/session/lookup.ts";
import type { Ports } from "./ports.ts";
import { requireAnswer } from "./require-answer.ts";

/** `revision` is the last one the page has seen, 0 for none; a `value` of null clears the answer. */
export type SaveAnswerInput = { session: string; item: string; value: Json; revision: number };

/**
 * Keeps an answer: one write on a warm session.
 *
 * @throws Refusal `item_not_found`, `invalid_answer`, `section_not_open`, `section_closed` (with `kept`),
 * `revision_conflict` (with the stored `answer`), `too_many_saves`, `wrong_status`
 */
export const saveAnswer =
  (ports: Pick<Ports, "sessions">) =>
  async (input: SaveAnswerInput): Promise<{ revision: number; saved_at: string }> => {
    const value = wellFormed(input.value);
    const { state } = await ports.sessions.change(input.session, (situation) => {
      const { item } = requireItem(situation.playbook, input.item);
      const answer = requireAnswer(item, value);
      return decideSave(situation, { item: item.id, value: answer, revision: input.revision });
    });
    return savedReply(state, input.item);
  };
