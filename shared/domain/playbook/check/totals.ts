import { placedItems } from "../placed-items.ts";
import { isPositive, type Rule, sumsTo, unless } from "./rule.ts";

/** Weights are above 0 and sum to exactly 100. */
export const checkWeights: Rule = ({ categories }) => [
  ...sumsTo(
    categories.map(({ weight }) => weight),
    "100",
    { path: "categories", what: "the weights" },
  ),
  ...positives("weight", categories, (index) => `categories[${index}].weight`),
];

/** Sections take time, and together exactly the time of the whole. */
export const checkMinutes: Rule = ({ sections, minutes }) => [
  ...sumsTo(
    sections.map((section) => section.minutes),
    minutes,
    { path: "minutes", what: "the sections' minutes" },
  ),
  ...positives("minutes", sections, (index) => `sections[${index}].minutes`),
];

/** Items and questions count something. */
export const checkPoints: Rule = (playbook) => [
  ...placedItems(playbook).flatMap(({ item, path }) => positives("points", [item], () => `${path}.points`)),
  ...positives("weight", playbook.interview.questions, (index) => `interview.questions[${index}].weight`),
];

export const checkPause: Rule = ({ policy }) =>
  unless(!policy.pause_minutes.startsWith("-"), {
    path: "policy.pause_minutes",
    message: "a pause can't be negative",
    remedy: "write 0 for no pause",
  });

function positives<Field extends string>(
  field: Field,
  things: readonly { [F in Field]: string }[],
  pathOf: (index: number) => string,
) {
  return things.flatMap((thing, index) =>
    unless(isPositive(thing[field]), {
      path: pathOf(index),
      message: `${thing[field]} is not above 0`,
      remedy: "give it a figure above 0, or remove what doesn't count",
    }),
  );
}
