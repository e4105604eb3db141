import type { Violation } from "../../foundation/refusal.ts";
import type { AnyItem } from "../../grading/schemas.ts";
import { innerEntries, type PlacedEntry, placedEntries } from "../placed-items.ts";
import { isVaried } from "../presented.ts";
import type { AuthoredPlaybook } from "../schema.ts";
import type { Rule } from "./rule.ts";

type Named = { id: string; path: string };

/** No id names two things of one kind; items share one space, pools and practice included. */
export const checkIds: Rule = (playbook) => [
  ...repeated("category", listed("categories", playbook.categories)),
  ...repeated("section", listed("sections", playbook.sections)),
  ...repeated("item", namedItems(playbook)),
  ...variantLists(playbook).flatMap((variants) => repeated("variant", variants)),
  ...repeated("question", listed("interview.questions", playbook.interview.questions)),
  ...repeated("gate", listed("gates", playbook.gates)),
  ...repeated("red flag", listed("red_flags", playbook.red_flags)),
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

function repeated(kind: string, things: readonly Named[]): Violation[] {
  const first = new Map<string, string>();
  return things.flatMap(({ id, path }) => {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, path);
    if (earlier === undefined) return [];
    return [
      { path: `${path}.id`, message: `${earlier} is a ${kind} "${id}" already`, remedy: "give one of them another id" },
    ];
  });
}
