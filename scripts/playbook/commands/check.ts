import { parseArgs } from "node:util";
import { allViolations, type LocatedViolation, locate, type PlaybookSource } from "#shared/authoring/source.ts";
import type { Violation } from "#shared/domain/foundation/refusal.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { scoredItems } from "#shared/domain/playbook/placed-items.ts";
import type { AuthoredPlaybook } from "#shared/domain/playbook/schema.ts";
import { playbookJudge } from "#shared/use-cases/check-playbook.ts";
import { nameAll } from "../arguments.ts";
import { folderOf } from "../load.ts";
import { mutantLines, mutantSummary, mutantWarnings } from "../mutants/report.ts";
import { type MutationReport, tryMutants } from "../mutants/try-mutants.ts";
import { printJson, violationText } from "../report.ts";
import { localSandbox } from "../sandbox.ts";
import { readFolder } from "../source.ts";

const options = { json: { type: "boolean" }, mutants: { type: "boolean" } } as const;

/** What was found: nothing to publish with `violations`; `warnings` are for the author alone. */
type Findings = {
  playbook: AuthoredPlaybook<AnyItem> | undefined;
  violations: LocatedViolation[];
  warnings: LocatedViolation[];
  mutants: MutationReport[];
};

/** `check <folder or id>`: all violations, or what was proven and which changes of the references no test notices. */
export async function check(args: string[]): Promise<boolean> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
  const findings = await examine(readFolder(folderOf(nameAll(positionals, ["playbook"]).playbook)));
  const { violations, warnings, mutants } = findings;
  const valid = violations.length === 0;
  if (values.json) printJson({ valid, violations, warnings, ...(values.mutants && { mutants }) });
  else console.log(textOf(findings, values.mutants ?? false));
  return valid;
}

/** Mutants are tried only where the keys are proven: before that they would tell nothing. */
async function examine(source: PlaybookSource): Promise<Findings> {
  const sandbox = localSandbox();
  const judged = await playbookJudge({ sandbox })(source.value, source.numberText);
  const violations = allViolations(source, "violations" in judged ? judged.violations : []);
  if (!("playbook" in judged) || violations.length > 0) {
    return { playbook: undefined, violations, warnings: [], mutants: [] };
  }
  const mutants = await tryMutants(judged.playbook, sandbox);
  return { playbook: judged.playbook, violations, warnings: locate(source, mutantWarnings(mutants)), mutants };
}

function textOf({ playbook, violations, warnings, mutants }: Findings, everyMutant: boolean): string {
  if (!playbook) return listText(violations, "violation(s)");
  return [
    soundText(playbook),
    ...mutants.map((report) => (everyMutant ? mutantLines(report).join("\n") : mutantSummary(report))),
    ...(warnings.length > 0 ? ["", listText(warnings, "warning(s)")] : []),
  ].join("\n");
}

const listText = (found: readonly Violation[], what: string): string =>
  [...found.map(violationText), `${found.length} ${what}.`].join("\n\n");

function soundText(playbook: AuthoredPlaybook<AnyItem>): string {
  const { id, version, practice } = playbook;
  const items = scoredItems(playbook).length;
  return `${id}@${version} is sound: ${items} items and ${practice.length} for practice, all keys proven.`;
}
