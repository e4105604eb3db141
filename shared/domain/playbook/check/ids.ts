import type { Violation } from "../../foundation/refusal.ts";
import type { AnyItem } from "../../grading/schemas.ts";
import { innerEntries, type PlacedEntry, placedEntries } from "../placed-items.ts";
import { isVaried } from "../presented.ts";
import type { AuthoredPlaybook } from "../schema.ts";
import type { Rule } from "./rule.ts";

type Named = { id: string; path: string };

/** No id names two things of one kind; items share one space, pools and practice included. */
export const checkIds: Rule = (playbook) => [
  ...repeated(listed("categories", playbook.categories)),
  ...repeated(listed("sections", playbook.sections)),
  ...repeated(namedItems(playbook)),
  ...variantLists(playbook).flatMap(repeated),
  ...repeated(listed("interview.questions", playbook.interview.questions)),
  ...repeated(listed("gates", playbook.gates)),
  ...repeated(listed("red_flags", playbook.red_flags)),
];

const listed = (list: string, things: readonly { id: string }[]): Named[] =>
  things.map(({ id }, index) => ({ id, path: `${list}[${index}]` }));

/** Every entry of every section, pools before what stands in them; the forms of one item have one name. */
const allEntries = (playbook: AuthoredPlaybook<AnyItem>): PlacedEntry[] =>
  playbook.sections.flatMap((_, section) =>
    placedEntries(playbook, section).flatMap((placed) => [placed, ...innerEntries(placed)]),
  );

const namedItems = (playbook: AuthoredPlaybook<AnyItem>): Named[] => [
  ...allEntries(playbook).map(({ entry, path }) => ({ id: entry.id, path })),
  ...listed("practice", playbook.practice),
];

const variantLists = (playbook: AuthoredPlaybook<AnyItem>): Named[][] =>
  allEntries(playbook).flatMap(({ entry, path }) =>
    isVaried(entry) ? [listed(`${path}.variants`, entry.variants)] : [],
  );

function repeated(things: readonly Named[]): Violation[] {
  const first = new Map<string, string>();
  return things.flatMap(({ id, path }) => {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, path);
    if (earlier === undefined) return [];
    return [
      { path: `${path}.id`, message: `${earlier} has the id "${id}" already`, remedy: "give one of them another id" },
    ];
  });
}
