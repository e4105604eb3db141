import { soundness } from "#shared/use-cases/check-playbook.ts";
import { readArguments } from "../arguments.ts";
import { invalid, locate, resolvePlaybook } from "../load.ts";
import { printJson } from "../report.ts";
import { localSandbox } from "../sandbox.ts";

/** `check <folder or id>`: all violations, or what was proven. */
export async function check(args: string[]): Promise<boolean> {
  const { named, json } = readArguments(args, ["playbook"]);
  const { playbook, source } = resolvePlaybook(named.playbook);
  const found = await soundness({ sandbox: localSandbox() })(playbook);
  const violations = locate(source, found);
  if (json) printJson({ valid: violations.length === 0, violations });
  if (violations.length > 0 && !json) throw invalid(violations);
  const items = playbook.sections.flatMap((section) => section.items).length + playbook.practice.length;
  if (!json) console.log(`${playbook.id}@${playbook.version} is sound: ${items} items, all keys proven.`);
  return violations.length === 0;
}
