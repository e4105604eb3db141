import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { saveAnswer } from "#shared/use-cases/save-answer.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { submitSection } from "#shared/use-cases/submit-section.ts";
import type { World } from "./world.ts";

/**
 * Brings a new session to where the old one stood, with its answers, so that an author who changes a word needn't
 * begin again. What doesn't fit the changed playbook is left out.
 */
export async function carryOver(from: World, to: World): Promise<void> {
  const { state, playbook } = await from.ports.sessions.read(from.session);
  if (state.status !== "in_progress") return;
  await startSession(to.ports)({ session: to.session });
  for (const [section, { closed }] of state.sections) {
    const items = playbook.sections.find(({ id }) => id === section)?.items ?? [];
    await unlessRefused(() => beginSection(to.ports)({ session: to.session, section }));
    for (const { id: item } of items) {
      const answer = state.answers.get(item);
      if (!answer) continue;
      await unlessRefused(() => saveAnswer(to.ports)({ session: to.session, item, value: answer.value, revision: 0 }));
    }
    if (closed) await unlessRefused(() => submitSection(to.ports)({ session: to.session, section }));
  }
}

async function unlessRefused(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
