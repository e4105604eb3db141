import type { AnyItem } from "../grading/schemas.ts";
import type { Playbook } from "./schema.ts";

/** An item with its path in the playbook. */
export type PlacedItem = { item: AnyItem; path: string };

/** An item that counts, with its section's place. */
export type ScoredItem = PlacedItem & { section: number };

/** The items that count, section by section. */
export const scoredItems = (playbook: Playbook<AnyItem>): ScoredItem[] =>
  playbook.sections.flatMap(({ items }, section) =>
    items.map((item, index) => ({ item, path: `sections[${section}].items[${index}]`, section })),
  );

/** All items: those that count, then those for practice. */
export const placedItems = (playbook: Playbook<AnyItem>): PlacedItem[] => [
  ...scoredItems(playbook),
  ...playbook.practice.map((item, index) => ({ item, path: `practice[${index}]` })),
];
