import { referenceAnswerOf } from "#shared/domain/grading/registry.ts";
import { readArguments } from "../arguments.ts";
import { resolvePlaybook } from "../load.ts";
import { printJson } from "../report.ts";

/** `reference <folder or id>`: answers by item id that score full, with nothing unclear. */
export async function reference(args: string[]): Promise<boolean> {
  const { named, seed } = readArguments(args, ["playbook"]);
  const items = resolvePlaybook(named.playbook, seed).playbook.sections.flatMap((section) => section.items);
  printJson(Object.fromEntries(items.map((item) => [item.id, referenceAnswerOf(item)])));
  return true;
}
