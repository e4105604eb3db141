import { canonicalJson } from "../foundation/json.ts";
import type { ItemBase } from "../grading/contract.ts";
import type { Digest } from "../journal/entry.ts";
import type { AuthoredPlaybook, Playbook, Pool, SectionEntry, VariedItem } from "./schema.ts";

/** What a draw is made from; `seed` is left out for playbooks that draw nothing. */
export type Draw = { seed: string | undefined; digest: Digest };

export const isPool = <Item extends ItemBase>(entry: SectionEntry<Item>): entry is Pool<Item> => entry.type === "pool";
export const isVaried = <Item extends ItemBase>(entry: SectionEntry<Item>): entry is VariedItem<Item> =>
  entry.type === "variants";

/** Whether it takes a seed to say what a session of this playbook asks. */
export const drawsItems = (playbook: AuthoredPlaybook): boolean =>
  playbook.sections.some(({ items }) => items.some((entry) => isPool(entry) || isVaried(entry)));

/**
 * The playbook as a session with this seed presents it: of each pool the items drawn, in the pool's order, and of each
 * item with variants one, marked with its `variant`. A playbook that draws nothing is given back as it is.
 *
 * @throws TypeError when the playbook draws and there is no seed
 */
export function presented<Item extends ItemBase>(
  playbook: AuthoredPlaybook<Item>,
  { seed, digest }: Draw,
): Playbook<Item> {
  if (!drawsItems(playbook)) return playbook as Playbook<Item>;
  if (seed === undefined) throw new TypeError(`${playbook.id}@${playbook.version} draws items, and there is no seed`);
  const pick: Pick = (from, names, count) =>
    firstNames(names, count, (name) => digest(canonicalJson([seed, from, name])));
  const sections = playbook.sections.map((section) => ({
    ...section,
    items: section.items.flatMap((entry) => drawn(entry, pick)).map((entry) => inOneForm(entry, pick)),
  }));
  return { ...playbook, sections };
}

/** Picks `count` of the names; `from` is what they are picked for. */
type Pick = (from: string, names: readonly string[], count: number) => ReadonlySet<string>;

/** The names that come first in the order of their ranks. Ranks are digests, so every choice is equally likely. */
function firstNames(names: readonly string[], count: number, rank: (name: string) => string): ReadonlySet<string> {
  const ranked = names.map((name) => ({ name, rank: rank(name) }));
  const inOrder = ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return new Set(inOrder.slice(0, count).map(({ name }) => name));
}

function drawn<Item extends ItemBase>(entry: SectionEntry<Item>, pick: Pick): (Item | VariedItem<Item>)[] {
  if (!isPool(entry)) return [entry];
  const picked = pick(
    entry.id,
    entry.items.map(({ id }) => id),
    entry.draw,
  );
  return entry.items.filter(({ id }) => picked.has(id));
}

function inOneForm<Item extends ItemBase>(entry: Item | VariedItem<Item>, pick: Pick): Item {
  if (!isVaried(entry)) return entry as Item;
  const picked = pick(
    entry.id,
    entry.variants.map(({ id }) => id),
    1,
  );
  const { id, item } = entry.variants.find((variant) => picked.has(variant.id))!;
  return { ...item, variant: id };
}
