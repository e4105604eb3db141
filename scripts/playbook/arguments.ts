import { parseArgs } from "node:util";
import { UsageError } from "./report.ts";

/**
 * Reads a command's arguments: as many names as `names`, `--json`, and `--seed` for what is to be drawn.
 *
 * @throws UsageError when one is missing or there are too many
 */
export function readArguments<Name extends string>(
  args: string[],
  names: readonly Name[],
): { named: Record<Name, string>; json: boolean; seed: string | undefined } {
  const options = { json: { type: "boolean" }, seed: { type: "string" } } as const;
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
  return { named: nameAll(positionals, names), json: values.json ?? false, seed: values.seed };
}

/** Gives each positional argument its name. @throws UsageError when their numbers differ */
export function nameAll<Name extends string>(given: readonly string[], names: readonly Name[]): Record<Name, string> {
  if (given.length !== names.length) {
    throw new UsageError(
      `Expected ${names.map((name) => `<${name}>`).join(" ")}, got ${given.join(" ") || "nothing"}.`,
    );
  }
  return Object.fromEntries(names.map((name, index) => [name, given[index]])) as Record<Name, string>;
}
