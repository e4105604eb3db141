import { counted } from "../../../../shared/words.ts";
import type { AnswerOf } from "../../../api/types.ts";

export type Change = AnswerOf<"compare-playbooks">["changes"][number];
type Effect = Change["effect"];

/** What each kind of change means for people, those that matter most first. */
export const EFFECTS: readonly { effect: Effect; title: string; meaning: string }[] = [
  {
    effect: "results",
    title: "Can move results",
    meaning:
      "The same answers or ratings may come to another score. Results that stand keep the version they were made under; only a regrade moves them.",
  },
  {
    effect: "candidates",
    title: "Candidates notice",
    meaning:
      "What candidates read, or the time they have, is different. The same answers still come to the same score.",
  },
  { effect: "staff", title: "Only staff read it", meaning: "No candidate notices, and no score is touched." },
];

export const AREAS: { [A in Change["area"]]: string } = {
  weights: "Weights of categories",
  shares: "What counts where",
  points: "Points",
  keys: "What is right",
  tests: "Hidden tests",
  rubrics: "Rubrics",
  items: "Items",
  tasks: "Tasks",
  minutes: "Time",
  gates: "Gates",
  flags: "Red flags",
  bands: "Bands",
  interview: "Interview",
  policy: "Policy",
  texts: "Texts",
};

const IN_SHORT: { [E in Effect]: string } = {
  results: "can move results",
  candidates: "noticed by candidates",
  staff: "read by staff only",
};

/** All changes in a sentence. */
export function summary(changes: readonly Change[]): string {
  if (changes.length === 0) return "Nothing changed but the version's number.";
  const counts = EFFECTS.map(({ effect }) => ({
    words: IN_SHORT[effect],
    count: changes.filter((change) => change.effect === effect).length,
  })).filter(({ count }) => count > 0);
  return `${counted(changes.length, "change")}: ${counts.map(({ words, count }) => `${count} ${words}`).join(", ")}.`;
}

const SHORT = 40;

/** Texts too long to stand in the sentence about them, as they were and are; nothing for what isn't text. */
export function longTexts({ before, after }: Change): { before: string; after: string } | undefined {
  const [was, is] = [textOf(before), textOf(after)];
  if (was === undefined || is === undefined) return undefined;
  return Math.max(was.length, is.length) > SHORT ? { before: was, after: is } : undefined;
}

function textOf(value: Change["before"]): string | undefined {
  if (value === null) return "";
  if (typeof value === "string") return value;
  const isTexts = Array.isArray(value) && value.every((each) => typeof each === "string");
  return isTexts ? value.join("\n") : undefined;
}
