import type { AnswerOf } from "../api/types.ts";

type Item = Pick<AnswerOf<"read-result">["items"][number], "points" | "max" | "outcome">;

/** `5.4 of 6`, `3 of 5, up to 1 more`, and for what has no points of its own a dash: never a nought. */
export function pointsWords({ points, max, outcome }: Item, open: string): string {
  if (outcome === "not_gradable" || outcome === "void") return `– of ${max}`;
  if (outcome === "needs_review" && open !== "0") return `${points} of ${max}, up to ${open} more`;
  return `${points} of ${max}`;
}
