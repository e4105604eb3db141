import type { Violation } from "../../foundation/refusal.ts";
import { placedItems } from "../placed-items.ts";
import type { Rule } from "./rule.ts";

type Named = { id: string; path: string };

/** No id names two things of one kind; items share one space, practice included. */
export const checkIds: Rule = (playbook) => [
  ...repeated("category", listed("categories", playbook.categories)),
  ...repeated("section", listed("sections", playbook.sections)),
  ...repeated(
    "item",
    placedItems(playbook).map(({ item, path }) => ({ id: item.id, path })),
  ),
  ...repeated("question", listed("interview.questions", playbook.interview.questions)),
  ...repeated("gate", listed("gates", playbook.gates)),
  ...repeated("red flag", listed("red_flags", playbook.red_flags)),
];

const listed = (list: string, things: readonly { id: string }[]): Named[] =>
  things.map(({ id }, index) => ({ id, path: `${list}[${index}]` }));

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
