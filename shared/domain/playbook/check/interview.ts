import type { Violation } from "../../foundation/refusal.ts";
import type { Question } from "../schema.ts";
import { type Rule, unless } from "./rule.ts";

type Scale = { min: number; max: number };

/** The scale has a span, and every question has anchors for its lowest, middle and highest rating. */
export const checkInterview: Rule = ({ interview: { scale, questions } }) => [
  ...unless(scale.min < scale.max, {
    path: "interview.scale",
    message: `a scale from ${scale.min} to ${scale.max} has no span`,
    remedy: "let max be above min",
  }),
  ...questions.flatMap((question, index) => anchors(question, scale, `interview.questions[${index}].anchors`)),
];

function anchors(question: Question, scale: Scale, path: string): Violation[] {
  const given = Object.keys(question.anchors);
  return [
    ...needed(scale).flatMap((ratings) =>
      unless(
        ratings.some((rating) => given.includes(String(rating))),
        {
          path,
          message: `"${question.id}" has no anchor for ${ratings.join(" or ")}`,
          remedy: "describe what an answer of this rating is like",
        },
      ),
    ),
    ...given.flatMap((rating) =>
      unless(isOnScale(rating, scale), {
        path: `${path}.${rating}`,
        message: `${rating} is not a rating from ${scale.min} to ${scale.max}`,
        remedy: "remove it or correct it",
      }),
    ),
  ];
}

/** The lowest rating, the middle one (either of two where the scale has an even number of ratings), the highest. */
function needed({ min, max }: Scale): number[][] {
  const middle = (min + max) / 2;
  const middles = Number.isInteger(middle) ? [middle] : [Math.floor(middle), Math.ceil(middle)];
  return [[min], middles, [max]];
}

function isOnScale(rating: string, { min, max }: Scale): boolean {
  const value = Number(rating);
  return /^-?\d+$/.test(rating) && value >= min && value <= max;
}
