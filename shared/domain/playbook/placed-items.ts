import type { ItemBase } from "../grading/contract.ts";
import type { AnyItem } from "../grading/schemas.ts";
import { isPool, isVaried } from "./presented.ts";
import type { AuthoredPlaybook, SectionEntry } from "./schema.ts";

/** An item in one of its forms, with its path in the playbook. */
export type PlacedItem<Item extends ItemBase = AnyItem> = { item: Item; path: string };

/** An item that counts, with its section's place and the pool that it may be drawn from. */
export type ScoredItem<Item extends ItemBase = AnyItem> = PlacedItem<Item> & {
  section: number;
  pool?: string | undefined;
};

/** A pool, an item, or an item with variants, with its path in the playbook. */
export type PlacedEntry<Item extends ItemBase = AnyItem> = { entry: SectionEntry<Item>; path: string };

/** The forms that an entry of a section may be asked in: an item itself, each variant, each item of a pool. */
export function formsOf<Item extends ItemBase>({ entry, path }: PlacedEntry<Item>): PlacedItem<Item>[] {
  if (isPool(entry)) return innerEntries({ entry, path }).flatMap(formsOf);
  if (!isVaried(entry)) return [{ item: entry as Item, path }];
  return entry.variants.map(({ item }, index) => ({ item, path: `${path}.variants[${index}].item` }));
}

/** The items of a pool; none of any other entry. */
export const innerEntries = <Item extends ItemBase>({ entry, path }: PlacedEntry<Item>): PlacedEntry<Item>[] =>
  isPool(entry) ? entry.items.map((inner, index) => ({ entry: inner, path: `${path}.items[${index}]` })) : [];

/** The entries of a section. */
export const placedEntries = <Item extends ItemBase>(
  { sections }: AuthoredPlaybook<Item>,
  section: number,
): PlacedEntry<Item>[] =>
  sections[section]!.items.map((entry, index) => ({ entry, path: `sections[${section}].items[${index}]` }));

/** The items that count in all their forms, section by section. */
export const scoredItems = <Item extends ItemBase>(playbook: AuthoredPlaybook<Item>): ScoredItem<Item>[] =>
  playbook.sections.flatMap((_, section) =>
    placedEntries(playbook, section).flatMap((placed) => {
      const pool = isPool(placed.entry) ? placed.entry.id : undefined;
      return formsOf(placed).map((form) => ({ ...form, section, pool }));
    }),
  );

/** All items: those that count, then those for practice. */
export const placedItems = <Item extends ItemBase>(playbook: AuthoredPlaybook<Item>): PlacedItem<Item>[] => [
  ...scoredItems(playbook),
  ...playbook.practice.map((item, index) => ({ item, path: `practice[${index}]` })),
];
