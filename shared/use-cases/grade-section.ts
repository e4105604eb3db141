import type { ItemBase } from "../domain/grading/contract.ts";
import { decideGrades, isSettled } from "../domain/session/decide-grading.ts";
import { requireSection } from "../domain/session/lookup.ts";
import type { Situation } from "../domain/session/state.ts";
import { isLegal } from "../domain/session/transitions.ts";
import { remainingWait } from "../domain/session/workflow-times.ts";
import { adviseSection } from "./advise-section.ts";
import { itemGrading } from "./item-grading.ts";
import type { Ports } from "./ports.ts";

/**
 * The section runs on, because time was added: the workflow waits again. The message is the number of seconds, so that
 * the state machine can read it from the error's cause.
 */
export class SectionStillOpen extends Error {
  override readonly name = "SectionStillOpen";
  readonly seconds: number;

  constructor(seconds: number) {
    super(String(seconds));
    this.seconds = seconds;
  }
}

/**
 * Grades what a settled section holds, each item once; running it again grades what is missing. Where there is an
 * adviser, it is asked afterwards.
 *
 * @throws SectionStillOpen
 */
export const gradeSection = (ports: Pick<Ports, "sessions" | "sandbox" | "adviser">) => {
  const gradeItem = itemGrading(ports);
  return async (input: { session: string; section: string }): Promise<void> => {
    const situation = await ports.sessions.read(input.session);
    if (!isSettled(situation.state, input.section)) {
      throw new SectionStillOpen(remainingWait(situation, input.section));
    }
    for (const item of ungraded(situation, input.section)) {
      const answer = situation.state.answers.get(item.id)?.value ?? null;
      const grade = await gradeItem({ item, section: input.section, answer });
      await ports.sessions.change(input.session, (now) => decideGrades(now, [grade]));
    }
    if (ports.adviser) await adviseSection({ sessions: ports.sessions, adviser: ports.adviser })(input);
  };
};

function ungraded({ state, playbook }: Situation, section: string): ItemBase[] {
  if (!isLegal(state.status, "grade.recorded")) return [];
  return requireSection(playbook, section).items.filter(({ id }) => !state.grades.has(id));
}
