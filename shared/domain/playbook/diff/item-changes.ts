import type { AnyItem } from "../../grading/schemas.ts";
import { formsOf, placedEntries } from "../placed-items.ts";
import { isPool, isVaried } from "../presented.ts";
import type { AuthoredPlaybook, SectionEntry } from "../schema.ts";
import { type Change, fieldChanges, type ListRules, listChanges } from "./change.ts";
import { itemFieldsOf, keyChanges } from "./key-changes.ts";

type Version = AuthoredPlaybook<AnyItem>;

/** One entry of a section: an item, an item with variants, or a pool, with the section it stands in. */
type Entry = { id: string; type: string; section: string; entry: SectionEntry<AnyItem> };

/** New and lost entries, entries that moved to another section, and what pools and variants are. */
export const entryChanges = (before: Version, after: Version): Change[] =>
  listChanges(entriesOf(before), entriesOf(after), {
    area: "items",
    effect: "results",
    place: ({ id, type }) => ({ of: `The ${kindOf(type)} "${id}"`, path: `items.${id}` }),
    changed: (pair) => [...moved(pair), ...drawn(pair)],
    order: { effect: "candidates", says: "The items come in another order." },
  });

const kindOf = (type: string): string => (type === "pool" ? "pool" : "item");

const entriesOf = ({ sections }: Version): Entry[] =>
  sections.flatMap(({ id: section, items }) =>
    items.map((entry) => ({ id: entry.id, type: entry.type, section, entry })),
  );

type Pair<T> = { before: T; after: T };

const moved = ({ before, after }: Pair<Entry>): Change[] =>
  before.section === after.section
    ? []
    : [
        {
          area: "items",
          effect: "results",
          path: `items.${after.id}`,
          text: `The ${kindOf(after.type)} "${after.id}" stands in the section "${after.section}" instead of "${before.section}".`,
          before: before.section,
          after: after.section,
        },
      ];

function drawn({ before, after }: Pair<Entry>): Change[] {
  if (!isPool(before.entry) || !isPool(after.entry) || before.entry.draw === after.entry.draw) return [];
  const text = `Each session draws ${after.entry.draw} items of the pool "${after.id}" instead of ${before.entry.draw}.`;
  const path = `items.${after.id}.draw`;
  return [{ area: "items", effect: "results", path, text, before: before.entry.draw, after: after.entry.draw }];
}

/** One form of an item: items of pools and variants stand beside all others, `id/variant` where there are several. */
type Form = { id: string; item: AnyItem };

/** What changed inside items, form by form. */
export function formChanges(before: Version, after: Version): Change[] {
  const stood = new Set([...entriesOf(before), ...entriesOf(after)].map(({ id }) => id));
  const isInner = ({ id }: Form) => !stood.has(id);
  const [was, is] = [formsIn(before), formsIn(after)];
  const kept = (list: Form[], other: Form[]) =>
    list.filter((form) => isInner(form) || other.some(({ id }) => id === form.id));
  return listChanges(kept(was, is), kept(is, was), formRules("items"));
}

const formsIn = (playbook: Version): Form[] =>
  playbook.sections.flatMap((_, section) =>
    placedEntries(playbook, section).flatMap((placed) => {
      const inner = isPool(placed.entry) ? placed.entry.items : [placed.entry];
      return inner.flatMap((entry) =>
        formsOf({ entry, path: "" }).map(({ item }, index) => ({
          id: isVaried(entry) ? `${entry.id}/${entry.variants[index]!.id}` : item.id,
          item,
        })),
      );
    }),
  );

const formRules = (list: "items" | "practice"): ListRules<Form> => ({
  area: "items",
  effect: list === "items" ? "results" : "candidates",
  place: ({ id }) => ({ of: `The item "${id}"`, path: `${list}.${id}` }),
  changed: ({ before, after }) => itemChanges(`${list}.${after.id}`, { before: before.item, after: after.item }),
});

/** Practice counts for nothing: whatever changes there, no result can move. */
export const practiceChanges = (before: Version, after: Version): Change[] =>
  listChanges(practiceOf(before), practiceOf(after), formRules("practice")).map((change) => ({
    ...change,
    effect: change.effect === "results" ? "candidates" : change.effect,
  }));

const practiceOf = ({ practice }: Version): Form[] => practice.map((item) => ({ id: item.id, item }));

function itemChanges(path: string, { before, after }: Pair<AnyItem>): Change[] {
  const of = `"${after.id}"`;
  if (before.type !== after.type) {
    const text = `${of} is of type ${after.type} instead of ${before.type}.`;
    return [{ area: "items", effect: "results", path, text, before: before.type, after: after.type }];
  }
  return [
    ...fieldChanges(
      { of, path },
      { before, after },
      { fields: itemFieldsOf(after), apart: ["key", "rubric", "parts"] },
    ),
    ...keyChanges({ of, path }, { before, after }),
  ];
}
