import { counted, pointsInWords } from "../../shared/words.ts";
import type { AnswerOf } from "../api/types.ts";
import type { Names } from "./names.ts";
import { recommendationWords } from "./verdicts.ts";

type Fragility = AnswerOf<"suppose-result">["fragility"];

export function fragilityWords({ flips }: Fragility): string {
  if (flips.length === 0)
    return "Firm: no single point and no single step of a rating would change the recommendation.";
  return `Fragile: ${counted(flips.length, "change")} of one point or one step would change the recommendation.`;
}

/** `It would flip to Review if Busy customers had earned 2 points instead of 3.` */
export function flipWords(flip: Fragility["flips"][number], names: Names): string {
  const to = `It would flip to “${recommendationWords(flip.recommendation)}” if`;
  if (flip.change === "points") {
    return `${to} “${names.item(flip.of)}” had earned ${pointsInWords(flip.to)} instead of ${flip.from}.`;
  }
  const who = flip.change === "consensus" ? "the consensus" : names.person(flip.rater ?? "");
  return `${to} ${who} had rated ${names.question(flip.of)} ${flip.to} instead of ${flip.from}.`;
}
