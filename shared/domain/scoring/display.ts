import { type Exact, exactText, figure } from "../foundation/exact.ts";
import type { Figure } from "./result.ts";

/** A published figure with two places, or null where there is none yet. */
export const published = (value: Exact | null): Figure | null => (value === null ? null : figure(value));

/** Points, maxima and weights for people: exact where the decimal ends, else rounded half up to four places. */
export function decimalText(value: Exact): string {
  const text = exactText(value);
  return text.includes("/") ? figure(value, 4) : text;
}
