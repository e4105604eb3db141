import { exact, exactText } from "../../foundation/exact.ts";
import { canonicalJson } from "../../foundation/json.ts";
import type { Violation } from "../../foundation/refusal.ts";
import type { AnyItem } from "../../grading/schemas.ts";
import { formsOf, innerEntries, type PlacedEntry, type PlacedItem, placedEntries } from "../placed-items.ts";
import { isPool, isVaried } from "../presented.ts";
import { type Rule, unless } from "./rule.ts";

/** What a seed draws changes the question, never what it counts: every candidate can earn the same. */
export const checkDraws: Rule = (playbook) =>
  playbook.sections.flatMap((_, section) =>
    placedEntries(playbook, section).flatMap((placed) => [
      ...enough(placed),
      ...[placed, ...innerEntries(placed)].flatMap(ownId),
      ...sameTerms(placed),
    ]),
  );

function enough({ entry, path }: PlacedEntry): Violation[] {
  if (!isPool(entry)) return [];
  return unless(entry.draw <= entry.items.length, {
    path: `${path}.draw`,
    message: `${entry.draw} items can't be drawn from ${entry.items.length}`,
    remedy: "draw fewer, or add items",
  });
}

/** Answers, grades and gates know a varied item by one id. */
function ownId({ entry, path }: PlacedEntry): Violation[] {
  if (!isVaried(entry)) return [];
  return entry.variants.flatMap(({ item }, index) =>
    unless(item.id === entry.id, {
      path: `${path}.variants[${index}].item.id`,
      message: `a variant of "${entry.id}" is called "${item.id}"`,
      remedy: `write ${entry.id}`,
    }),
  );
}

const TERMS: readonly { member: string; of: (item: AnyItem) => string }[] = [
  { member: "points", of: ({ points }) => exactText(exact(points)) },
  { member: "shares", of: ({ shares }) => canonicalJson(shares ?? null) },
  { member: "critical", of: ({ critical }) => canonicalJson(critical ?? null) },
];

/** Every form that may be drawn has the terms of the first. */
function sameTerms(placed: PlacedEntry): Violation[] {
  const [first, ...others] = formsOf(placed);
  if (!first) return [];
  return others.flatMap((other) => TERMS.flatMap((term) => differing(term, first, other)));
}

const differing = ({ member, of }: (typeof TERMS)[number], first: PlacedItem, other: PlacedItem): Violation[] =>
  unless(of(first.item) === of(other.item), {
    path: `${other.path}.${member}`,
    message: `the ${member} of what may be drawn here differ: what a candidate can earn would be luck`,
    remedy: `write the same ${member} as at ${first.path}`,
  });
