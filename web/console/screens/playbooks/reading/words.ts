import type { GateCondition } from "#shared/domain/playbook/schema.ts";
import { titleOf } from "./blueprint.ts";
import type { Book, Piece } from "./book.ts";

export const TYPE_WORDS: { [T in Piece["type"]]: string } = {
  numeric: "Number",
  short_text: "Short text",
  concepts: "Explanation",
  single_choice: "One choice",
  multi_select: "Several choices",
  best_worst: "Best and worst",
  ranking: "Order",
  matching: "Pairs",
  code_reading: "Code to read",
  parts: "Several fields",
  coding: "Code to write",
  sql: "SQL query",
  written: "Written answer",
};

const FIGURES = { score: "score", assessment: "assessment figure", interview: "interview figure" };

/** When a gate fires, in a sentence's words. */
export function conditionWords(book: Book, condition: GateCondition): string {
  if ("category" in condition) {
    return `the ${FIGURES[condition.figure]} of ${titleOf(book, condition.category)} is below ${condition.below}`;
  }
  if ("item" in condition) return `${itemTitle(book, condition.item)} earns less than ${condition.points_below} points`;
  return `${condition.question} is rated below ${condition.rating_below}`;
}

const itemTitle = ({ sections }: Book, id: string): string => {
  const found = sections.flatMap(({ items }) => items).find((entry) => entry.id === id);
  return found && "title" in found ? `“${found.title}”` : id;
};

/** What a gate or a band recommends. */
export const EFFECT_WORDS = { advance: "Advance", review: "Review", reject: "Reject", note: "Noted" } as const;

export const SEVERITY_WORDS = { disqualify: "Disqualifies", major: "Major", minor: "Minor" } as const;

/** Figures of weights and minutes, as short as they are exact enough for the eye. */
export const figure = (value: number): string => String(Math.round(value * 100) / 100);
