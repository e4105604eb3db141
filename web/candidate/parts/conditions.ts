import type { TakeView } from "#shared/contracts/shapes/take.ts";
import { minutesInWords } from "#web/shared/words.ts";

/** The extra time a candidate was given, in a sentence; undefined where none was. */
export function extraTimeInWords(accommodation: TakeView["accommodation"]): string | undefined {
  if (!accommodation) return undefined;
  if (accommodation.kind === "untimed") return "No section has a time limit for you. Take the time you need.";
  const already = "The times shown here already include it, and nobody who scores sees it.";
  if (accommodation.kind === "minutes") {
    return `You have ${minutesInWords(accommodation.minutes)} more in every section. ${already}`;
  }
  const percent = Math.round((Number(accommodation.factor) - 1) * 100);
  return `You have ${percent} % more time in every section. ${already}`;
}

const SHARING = {
  none: "The result goes to the company that invited you; ask them for it.",
  score: "The company has agreed to share your score with you.",
  working: "The company has agreed to share your score with you, with how each point came about.",
};

export function sharingInWords(sharing: TakeView["playbook"]["share_with_candidate"]): string {
  return SHARING[sharing];
}
