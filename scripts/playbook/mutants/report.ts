import type { Violation } from "#shared/domain/foundation/refusal.ts";
import { joinPath } from "#shared/domain/playbook/path.ts";
import type { MutationReport, Trial } from "./try-mutants.ts";

/** What an author should look at: mutants that no hidden test kills, and claims of equivalence that don't hold. */
export const mutantWarnings = (reports: readonly MutationReport[]): Violation[] =>
  reports.flatMap((report) => [...report.trials.flatMap((trial) => survivor(report, trial)), ...staleOnes(report)]);

function survivor({ path }: MutationReport, { verdict, line, change, because }: Trial): Violation[] {
  const place = { path: joinPath(path, "key.reference") };
  const where = `in line ${line} of the reference: ${change}`;
  if (verdict === "untried") {
    return [{ ...place, message: `this change couldn't be tried ${where} (${because})`, remedy: "check again" }];
  }
  if (verdict !== "survived") return [];
  const remedy = "make a test notice it, or list it with a reason in key.equivalent_mutants";
  return [{ ...place, message: `no hidden test notices this change ${where}`, remedy }];
}

const staleOnes = ({ path, stale }: MutationReport): Violation[] =>
  stale.map(({ index, change, because }) => ({
    path: joinPath(path, `key.equivalent_mutants[${index}]`),
    message: `"${change}" isn't equivalent: ${because}`,
    remedy: "take it out of the list",
  }));

/** One line per item: how many mutants there were, and what became of them. */
export function mutantSummary({ item, trials }: MutationReport): string {
  const count = (wanted: Trial["verdict"]) => trials.filter(({ verdict }) => verdict === wanted).length;
  const equivalent = count("equivalent") > 0 ? `, ${count("equivalent")} equivalent` : "";
  const survived = count("survived") > 0 ? `, ${count("survived")} SURVIVED` : "";
  return `${item}: ${count("killed")} of ${trials.length} small changes of the reference are noticed${equivalent}${survived}`;
}

const MARKS: Record<Trial["verdict"], string> = {
  killed: "  killed    ",
  equivalent: "  equivalent",
  survived: "  SURVIVED  ",
  untried: "  untried   ",
};

/** Every mutant of an item with what became of it. */
export const mutantLines = (report: MutationReport): string[] => [
  mutantSummary(report),
  ...report.trials.map(
    ({ verdict, line, change, because }) =>
      `${MARKS[verdict]}  line ${line}: ${change}${because === "" ? "" : `\n                  ${because}`}`,
  ),
];
