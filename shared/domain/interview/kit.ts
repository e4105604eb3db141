import type { Json } from "../foundation/json.ts";
import { candidateItem } from "../grading/candidate-sides.ts";
import type { ItemBase } from "../grading/contract.ts";
import type { Question } from "../playbook/schema.ts";
import type { KeptAnswer, SessionState, Situation } from "../session/state.ts";

/** One question as the interviewer asks and rates it. */
export type KitQuestion = Pick<Question, "id" | "text" | "probes" | "anchors" | "whole_interview">;

/**
 * One task of the assessment with what was answered: what it was worth isn't told, so that it doesn't anchor. `task` is
 * the item as the candidate saw it.
 */
export type ShownItem = Pick<ItemBase, "prompt" | "title" | "type"> & {
  item: string;
  task: { [field: string]: Json };
  answer: KeptAnswer["value"];
};

export type KitCategory = {
  id: string;
  title: string;
  description: string | null;
  questions: KitQuestion[];
  shown: ShownItem[];
};

export type InterviewKit = {
  session: string;
  playbook: { title: string; summary: string };
  candidate: { name: string } | null;
  scale: { min: number; max: number };
  categories: KitCategory[];
  red_flags: { id: string; title: string; description: string; signs: string[] }[];
};

/** What an interviewer needs in the room: by category its questions, and what the assessment already showed. */
export function interviewKit({ state, playbook }: Omit<Situation, "now">): InterviewKit {
  const { title, summary, interview, categories, red_flags } = playbook;
  return {
    session: state.id,
    playbook: { title, summary },
    candidate: state.candidate && { name: state.candidate.name },
    scale: interview.scale,
    categories: categories.map(({ id, title, description }) => ({
      ...{ id, title, description: description ?? null },
      questions: interview.questions.filter(({ category }) => category === id).map(kitQuestion),
      shown: shownFor(id, { state, playbook }),
    })),
    red_flags: red_flags.map(({ id, title, description, signs }) => ({ id, title, description, signs })),
  };
}

const kitQuestion = ({ id, text, probes, anchors, whole_interview }: Question): KitQuestion => ({
  ...{ id, text, probes, anchors, whole_interview },
});

function shownFor(category: string, { state, playbook }: Omit<Situation, "now">): ShownItem[] {
  return playbook.sections.flatMap((section) =>
    section.items
      .filter(({ shares }) =>
        shares ? shares.some((share) => share.category === category) : section.category === category,
      )
      .map((item) => shownItem(item, state)),
  );
}

function shownItem(item: ItemBase, { answers }: SessionState): ShownItem {
  const { points: _, ...task } = candidateItem(item);
  const { id, title, type, prompt } = item;
  return { item: id, title, type, prompt, task, answer: answers.get(id)?.value ?? null };
}
