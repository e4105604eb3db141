import { placedItems } from "../placed-items.ts";
import { isPositive, type Rule, sumsTo, unless } from "./rule.ts";

/** Weights sum to 100, minutes to the declared total, and nothing that counts is zero or below. */
export const checkTotals: Rule = (playbook) => [
  ...sumsTo(weightsOf(playbook.categories), "100", { path: "categories", what: "the weights" }),
  ...positives("weight", playbook.categories, (index) => `categories[${index}].weight`),
  ...sumsTo(minutesOf(playbook.sections), playbook.minutes, { path: "minutes", what: "the sections' minutes" }),
  ...positives("minutes", playbook.sections, (index) => `sections[${index}].minutes`),
  ...placedItems(playbook).flatMap(({ item, path }) => positives("points", [item], () => `${path}.points`)),
  ...positives("weight", playbook.interview.questions, (index) => `interview.questions[${index}].weight`),
  ...unless(!playbook.policy.pause_minutes.startsWith("-"), {
    path: "policy.pause_minutes",
    message: "a pause can't be negative",
    remedy: "write 0 for no pause",
  }),
];

const weightsOf = (things: readonly { weight: string }[]): string[] => things.map(({ weight }) => weight);
const minutesOf = (things: readonly { minutes: string }[]): string[] => things.map(({ minutes }) => minutes);

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
