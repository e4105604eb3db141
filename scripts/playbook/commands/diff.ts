import { parseArgs } from "node:util";
import { playbookChanges } from "#shared/domain/playbook/diff/playbook-changes.ts";
import { nameAll } from "../arguments.ts";
import { compareBundles } from "../diff/moved-results.ts";
import { changesText, comparisonsText } from "../diff/text.ts";
import { resolvePlaybook } from "../load.ts";
import { printJson } from "../report.ts";
import { localSandbox } from "../sandbox.ts";

const options = { json: { type: "boolean" }, bundles: { type: "string" } } as const;

/**
 * `diff <old> <new> [--bundles <folder>]`: what the change from one version to another means and, for stored sessions,
 * whose result would move.
 */
export async function diff(args: string[]): Promise<boolean> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
  const named = nameAll(positionals, ["old", "new"]);
  const [before, after] = [resolvePlaybook(named.old).authored, resolvePlaybook(named.new).authored];
  const changes = playbookChanges(before, after);
  const bundles =
    values.bundles === undefined
      ? undefined
      : await compareBundles(values.bundles, { version: after, sandbox: localSandbox() });
  if (values.json) printJson({ changes, ...(bundles && { bundles }) });
  else console.log([changesText(changes), ...(bundles ? [comparisonsText(bundles)] : [])].join("\n\n"));
  return true;
}
