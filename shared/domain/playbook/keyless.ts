import type { CandidateItem, ItemBase } from "../grading/contract.ts";
import type { Change } from "./diff/change.ts";
import { isPool, isVaried } from "./presented.ts";
import type { AuthoredPlaybook, SectionEntry } from "./schema.ts";

/** What candidates get to see of an item. */
export type ViewOf = (item: ItemBase) => CandidateItem;

/**
 * A playbook for those who may know the questions but not what is right: of each item what candidates see, and how it
 * counts. Built by what is allowed, so that no key can slip through.
 */
export function withoutKeys(playbook: AuthoredPlaybook, viewOf: ViewOf): AuthoredPlaybook {
  const keyless = (entry: SectionEntry): SectionEntry => {
    if (isPool(entry)) return { ...entry, items: entry.items.map(keyless) as ItemBase[] };
    if (!isVaried(entry)) return keylessItem(entry as ItemBase, viewOf);
    return { ...entry, variants: entry.variants.map(({ id, item }) => ({ id, item: keylessItem(item, viewOf) })) };
  };
  const sections = playbook.sections.map((section) => ({ ...section, items: section.items.map(keyless) }));
  return { ...playbook, sections, practice: playbook.practice.map((item) => keylessItem(item, viewOf)) };
}

function keylessItem(item: ItemBase, viewOf: ViewOf): ItemBase {
  const { shares, critical, disputed } = item;
  return { ...viewOf(item), ...(shares && { shares }), ...(critical && { critical }), ...(disputed && { disputed }) };
}

/** What changed in an item without what it was and is, but for what candidates see of it and for figures. */
export const changesWithoutKeys = (changes: readonly Change[]): Change[] =>
  changes.map((change) => (/^(items|practice)\./.test(change.path) ? keylessChange(change) : change));

function keylessChange(change: Change): Change {
  switch (change.area) {
    case "points":
    case "shares":
    case "gates":
    case "tasks":
      return change;
    case "items":
      return { ...change, before: null, after: null };
    default:
      return {
        ...change,
        text: `${change.path.split(".")[1]}: ${WORDS[change.area]} changed.`,
        before: null,
        after: null,
      };
  }
}

const WORDS: { [area: string]: string } = {
  keys: "its key",
  tests: "its hidden tests",
  rubrics: "its rubric",
  texts: "what only staff read",
};
