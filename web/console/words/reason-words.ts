import type { AnswerOf } from "../api/types.ts";
import type { Names } from "./names.ts";
import { recommendationWords } from "./verdicts.ts";

export type Reason = AnswerOf<"read-result">["reasons"][number];
type Frame = AnswerOf<"read-session-report">["playbook"];
type Means = { names: Names; frame: Frame };
type Data = { [key: string]: unknown };

const FIGURES: { [figure: string]: string } = {
  score: "score",
  assessment: "assessment figure",
  interview: "interview figure",
};

/** Reasons whose sentence names ids, said with the playbook's titles. */
const WORDS: { [code: string]: (data: Data, means: Means) => string } = {
  band: ({ score, from, to, recommendation }) =>
    `${score} lies between ${from} and ${to}: ${recommendationWords(String(recommendation))}.`,
  figure_below: ({ category, figure, value, below }, { names }) =>
    `The ${FIGURES[String(figure)]} of ${names.category(String(category))} is ${value}, below ${below}.`,
  item_below: ({ item, points, below }, { names }) =>
    `“${names.item(String(item))}” earned ${points} points, below ${below}.`,
  rating_below: ({ question, rating, below }, { names }) =>
    `${names.question(String(question))} was rated ${rating}, below ${below}.`,
  several: ({ reasons }, means) =>
    (reasons as Reason[]).map((reason) => reasonWords({ ...reason, text: reason.code }, means)).join(" "),
  gate_fired: gateFired,
  flag_raised: ({ flag }, { names }) =>
    `The red flag “${names.flag(String(flag))}” was raised and waits for an answer.`,
  flag_confirmed: ({ flag }, { names }) => `The red flag “${names.flag(String(flag))}” was confirmed.`,
  flag_overridden: ({ flag }, { names }) =>
    `The red flag “${names.flag(String(flag))}” was overridden: a review at best.`,
  major_flags_confirmed: ({ flags }, { names }) =>
    `Several major red flags were confirmed: ${(flags as string[]).map((flag) => names.flag(flag)).join(", ")}.`,
  item_void: ({ item }, { names }) =>
    `“${names.item(String(item))}” was lost through the platform's fault; a retake is offered.`,
  item_not_gradable: ({ item }, { names }) =>
    `“${names.item(String(item))}” could not be graded, which is no fault of the candidate's; a person offers a retake.`,
  item_needs_review: ({ item }, { names }) => `A person has still to look at “${names.item(String(item))}”.`,
  needs_reconciliation: ({ question }, { names }) =>
    `The ratings of ${names.question(String(question))} are 2 or more apart and must be settled.`,
  not_assessed: ({ question }, { names }) => `${names.question(String(question))} was not assessed and is left out.`,
  assessment_alone: ({ category }, { names }) =>
    `No question of ${names.category(String(category))} was assessed: its score is that of the assessment.`,
  interview_alone: ({ category }, { names }) =>
    `Nothing of ${names.category(String(category))} could be graded: its score is that of the interview.`,
  category_missing: ({ category }, { names }) =>
    `Nothing speaks for ${names.category(String(category))}: it is left out of the score.`,
  void_or_ungraded: ({ items }, { names }) =>
    `It reads what could not be graded (${(items as string[]).map((item) => `“${names.item(item)}”`).join(", ")}), so it doesn't fire.`,
};

/** A reason in words with titles instead of ids; the service's own sentence for a code that isn't known here. */
export function reasonWords({ code, data, text }: Reason, means: Means): string {
  return WORDS[code]?.(data, means) ?? text;
}

const EFFECTS: { [effect: string]: string } = {
  reject: "don't advance",
  review: "a review at best",
  note: "a note",
};

/** The gate with its own reason, which stands among the playbook's words and not among the data. */
function gateFired({ gate, effect }: Data, { frame }: Means): string {
  const why = frame.gates.find(({ id }) => id === gate)?.why;
  return `The gate “${gate}” fires: ${EFFECTS[String(effect)] ?? effect}.${why ? ` ${why}` : ""}`;
}
