import { ADVICE_PROMPT_SHA256, type Advice, adviceRequest, readAdvice } from "../domain/grading/advice.ts";
import type { AnyItem } from "../domain/grading/schemas.ts";
import { isBlank } from "../domain/grading/text.ts";
import type { WrittenItem } from "../domain/grading/written/schema.ts";
import { decideAdvice } from "../domain/session/decide-advice.ts";
import { requireSection } from "../domain/session/lookup.ts";
import type { Situation } from "../domain/session/state.ts";
import type { Adviser } from "../ports/adviser.ts";
import type { Ports } from "./ports.ts";

/** Asks the adviser about the graded written answers of a section, each once; one that says nothing is left alone. */
export const adviseSection =
  ({ sessions, adviser }: Pick<Ports, "sessions"> & { adviser: Adviser }) =>
  async (input: { session: string; section: string }): Promise<void> => {
    for (const { item, answer } of unadvised(await sessions.read(input.session), input.section)) {
      const reply = await adviser.reply(adviceRequest(item, answer));
      const said = reply === undefined ? undefined : readAdvice(reply, { item, answer });
      if (!said) continue;
      const source = { model: adviser.model, prompt_sha256: ADVICE_PROMPT_SHA256 };
      const advice: Advice = { item: item.id, section: input.section, adviser: source, ...said };
      await sessions.change(input.session, (now) => decideAdvice(now, advice));
    }
  };

function unadvised({ state, playbook }: Situation, section: string): { item: WrittenItem; answer: string }[] {
  return (requireSection(playbook, section).items as AnyItem[]).flatMap((item) => {
    const answer = state.answers.get(item.id)?.value;
    const isOpen = state.grades.has(item.id) && !state.advised.has(item.id);
    return item.type === "written" && isOpen && typeof answer === "string" && !isBlank(answer)
      ? [{ item, answer }]
      : [];
  });
}
