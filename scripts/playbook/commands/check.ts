import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import type { Playbook } from "#shared/domain/playbook/schema.ts";
import { playbookJudge } from "#shared/use-cases/check-playbook.ts";
import { readArguments } from "../arguments.ts";
import { allViolations, folderOf } from "../load.ts";
import { printJson, violationText } from "../report.ts";
import { localSandbox } from "../sandbox.ts";
import { type LocatedViolation, readSource } from "../source.ts";

/** `check <folder or id>`: all violations, or what was proven. */
export async function check(args: string[]): Promise<boolean> {
  const { named, json } = readArguments(args, ["playbook"]);
  const source = readSource(folderOf(named.playbook));
  const judged = await playbookJudge({ sandbox: localSandbox() })(source.value, source.numberText);
  const violations = allViolations(source, "violations" in judged ? judged.violations : []);
  if (json) printJson({ valid: violations.length === 0, violations });
  else
    console.log("playbook" in judged && violations.length === 0 ? soundText(judged.playbook) : brokenText(violations));
  return violations.length === 0;
}

const brokenText = (violations: readonly LocatedViolation[]): string =>
  [...violations.map(violationText), `${violations.length} violation(s).`].join("\n\n");

function soundText({ id, version, sections, practice }: Playbook<AnyItem>): string {
  const items = sections.flatMap((section) => section.items).length;
  return `${id}@${version} is sound: ${items} items and ${practice.length} for practice, all keys proven.`;
}
