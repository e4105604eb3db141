import type { Violation } from "../../foundation/refusal.ts";
import type { AnyItem } from "../../grading/schemas.ts";
import { scoredItems } from "../placed-items.ts";
import type { AuthoredPlaybook, GateCondition } from "../schema.ts";
import { assessmentEvidence } from "./evidence.ts";
import { categoryIds, isBetween, isPositive, namesExisting, type Rule, unless } from "./rule.ts";

type PlacedCondition = { condition: GateCondition; path: string };

/** Gates and critical items name things that exist, with thresholds that something can fall below. */
export const checkGates: Rule = (playbook) => [
  ...namesExisting("red flag", flagIds(playbook), namedFlags(playbook)),
  ...namesExisting("gate", gateIds(playbook), namedGates(playbook)),
  ...placedConditions(playbook).flatMap((placed) => checkCondition(playbook, placed)),
  ...criticals(playbook),
];

const flagIds = (playbook: AuthoredPlaybook<AnyItem>): string[] => playbook.red_flags.map(({ id }) => id);
const gateIds = (playbook: AuthoredPlaybook<AnyItem>): string[] => playbook.gates.map(({ id }) => id);

const namedFlags = (playbook: AuthoredPlaybook<AnyItem>) => [
  ...playbook.gates.flatMap(({ raises }, index) => (raises ? [{ path: `gates[${index}].raises`, name: raises }] : [])),
  ...scoredItems(playbook).flatMap(({ item, path }) =>
    item.critical?.flag ? [{ path: `${path}.critical.flag`, name: item.critical.flag }] : [],
  ),
];

const namedGates = (playbook: AuthoredPlaybook<AnyItem>) =>
  scoredItems(playbook).flatMap(({ item, path }) =>
    item.critical?.gate ? [{ path: `${path}.critical.gate`, name: item.critical.gate }] : [],
  );

const placedConditions = (playbook: AuthoredPlaybook<AnyItem>): PlacedCondition[] =>
  playbook.gates.flatMap((gate, index) =>
    gate.any_of.map((condition, place) => ({ condition, path: `gates[${index}].any_of[${place}]` })),
  );

function checkCondition(playbook: AuthoredPlaybook<AnyItem>, { condition, path }: PlacedCondition): Violation[] {
  if ("category" in condition) return categoryCondition(playbook, condition, path);
  if ("item" in condition) return itemCondition(playbook, condition, path);
  const { min, max } = playbook.interview.scale;
  const questions = playbook.interview.questions.map(({ id }) => id);
  return [
    ...namesExisting("question", questions, [{ path: `${path}.question`, name: condition.question }]),
    ...reachable(`${path}.rating_below`, condition.rating_below, { low: String(min), high: String(max) }),
  ];
}

function categoryCondition(
  playbook: AuthoredPlaybook<AnyItem>,
  { category, figure, below }: Extract<GateCondition, { category: string }>,
  path: string,
): Violation[] {
  const unknown = namesExisting("category", categoryIds(playbook), [{ path: `${path}.category`, name: category }]);
  if (unknown.length > 0) return unknown;
  const evidence = {
    score: true,
    assessment: assessmentEvidence(playbook).has(category),
    interview: playbook.interview.questions.some((question) => question.category === category),
  };
  return [
    ...unless(evidence[figure], {
      path: `${path}.figure`,
      message: `"${category}" has no figure from the ${figure}`,
      remedy: "choose another figure, or link evidence to the category",
    }),
    ...reachable(`${path}.below`, below, { low: "0", high: "100" }),
  ];
}

function itemCondition(
  playbook: AuthoredPlaybook<AnyItem>,
  { item: name, points_below }: Extract<GateCondition, { item: string }>,
  path: string,
): Violation[] {
  const items = scoredItems(playbook);
  const found = items.find(({ item }) => item.id === name);
  if (!found) {
    const known = [...new Set(items.filter(({ pool }) => pool === undefined).map(({ item }) => item.id))];
    return namesExisting("item", known, [{ path: `${path}.item`, name }]);
  }
  return [
    ...unless(found.pool === undefined, {
      path: `${path}.item`,
      message: `"${name}" is drawn from the pool "${found.pool}": not everybody would be asked it`,
      remedy: "take the item out of the pool, or make all items of the pool critical",
    }),
    ...reachable(`${path}.points_below`, points_below, { low: "0", high: found.item.points }),
  ];
}

function criticals(playbook: AuthoredPlaybook<AnyItem>): Violation[] {
  return scoredItems(playbook).flatMap(({ item, path }) => {
    if (!item.critical) return [];
    return [
      ...reachable(`${path}.critical.below`, item.critical.below, { low: "0", high: item.points }),
      ...unless(item.critical.gate !== undefined || item.critical.flag !== undefined, {
        path: `${path}.critical`,
        message: "a critical item must fire a gate or raise a flag",
        remedy: "name a gate or a flag, or remove critical",
      }),
    ];
  });
}

/** A threshold fires for something and not for everything: above the low end, at most at the high end. */
const reachable = (path: string, below: string, { low, high }: { low: string; high: string }): Violation[] =>
  unless(isBetween(below, low, high) && (isPositive(below) || low !== "0") && below !== low, {
    path,
    message: `nothing sensible falls below ${below} on a range from ${low} to ${high}`,
    remedy: `choose a threshold above ${low} and at most ${high}`,
  });
