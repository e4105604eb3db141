import type { RecordedGrade } from "../domain/session/people-facts.ts";
import type { Grading } from "../domain/session/people-state.ts";
import type { KeptAnswer } from "../domain/session/state.ts";
import type { Ports } from "./ports.ts";

export type AnswerReport = {
  section: string;
  item: string;
  type: string;
  title: string;
  /** The form in which the item was asked, where it has several. */
  variant?: string;
  /** The answer that counts; null where none was given. */
  answer: KeptAnswer | null;
  /** Kept but not scored. */
  late: KeptAnswer[];
  grade: RecordedGrade | null;
  /** The grades that it superseded, oldest first. */
  earlier: Grading[];
};

/** Answers, grades and evidence, in the playbook's order. @throws Refusal `session_not_found` */
export const readAnswers =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string }): Promise<{ session: string; answers: AnswerReport[] }> => {
    const { state, playbook } = await ports.sessions.read(input.session);
    const answers = playbook.sections.flatMap((section) =>
      section.items.map(({ id, type, title, variant }) => ({
        section: section.id,
        item: id,
        type,
        title,
        ...(variant !== undefined && { variant }),
        answer: state.answers.get(id) ?? null,
        late: [...(state.late.get(id) ?? [])],
        grade: state.grades.get(id) ?? null,
        earlier: (state.gradings.get(id) ?? []).slice(0, -1),
      })),
    );
    return { session: state.id, answers };
  };
