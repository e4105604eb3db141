import type { Phrase } from "./schema.ts";

/** Phrases that mean the same in a rubric, by name. */
export type Groups = { readonly [name: string]: readonly string[] };

const GROUP = /\$([a-z][a-z0-9_-]*)/;

/** Every wording of a phrase: `$name` stands for each phrase of the group. An unknown name stands for nothing. */
export function expandPhrase(phrase: string, groups: Groups): readonly string[] {
  const [named, name] = GROUP.exec(phrase) ?? [];
  if (named === undefined) return [phrase];
  const members = Object.hasOwn(groups, name!) ? groups[name!]! : [];
  return members.flatMap((member) =>
    expandPhrase(
      phrase.replace(named, () => member),
      groups,
    ),
  );
}

/** The groups that phrases name. */
export const groupsNamed = (phrases: readonly Phrase[]): string[] =>
  phrases.flat().flatMap((phrase) => [...phrase.matchAll(new RegExp(GROUP, "g"))].map(([, name]) => name!));
