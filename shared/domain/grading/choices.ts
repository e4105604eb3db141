import type { Violation } from "../foundation/refusal.ts";
import { checkUniqueIds } from "./marking.ts";

type Options = readonly { id: string; text: string }[];

/** Violations of options that can't be told apart, and of names in a key that aren't options. */
export const checkOptions = (options: Options, named: { path: string; id: string }[]): Violation[] => [
  ...checkUniqueIds("options", options),
  ...named.flatMap(({ path, id }) => checkNamed(options, path, id)),
];

export const checkNamed = (options: Options, path: string, id: string): Violation[] =>
  options.some((option) => option.id === id)
    ? []
    : [
        {
          path,
          message: `"${id}" is none of the options`,
          remedy: `use one of ${options.map((o) => o.id).join(", ")}`,
        },
      ];

/** Ids of a key's list, each with its path. */
export const namedAt = (path: string, ids: readonly string[]): { path: string; id: string }[] =>
  ids.map((id, index) => ({ path: `${path}[${index}]`, id }));

/** Whether two lists hold the same ids, each once. */
export const isPermutation = (ids: readonly string[], of: readonly string[]): boolean =>
  ids.length === of.length && new Set(ids).size === ids.length && ids.every((id) => of.includes(id));
