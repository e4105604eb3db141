import type { LocatedViolation } from "#shared/authoring/source.ts";
import { Refusal, type Violation } from "#shared/domain/foundation/refusal.ts";
import type { ItemResult } from "#shared/domain/scoring/result.ts";

const USAGE = `npm run playbook -- <command>

  new <folder>                               begins a playbook: small, sound, every field explained
  check <folder or id>                       every violation with file, line, path and remedy, and what the tests miss;
                                             --mutants lists every change of the references that was tried; --json
  preview <folder or id>                     the candidate's page, following every change of the files; --port <number>
  grade <folder or id> <answers.json>        grades answers by item id; --json prints the result's items
  score <folder or id> <inputs.json>         bare points, ratings and flags; --json prints the result
  reference <folder or id>                   prints an answers.json that scores full
  diff <old> <new> [--bundles <folder>]      what a change means, and which stored results would move; --json
  publish <folder or id> --url <api> --key <key>   the same from ASSAY_URL and ASSAY_KEY
  regrade <id@version> <id@later> --reason <text> --url <api> --key <key>
                                             which sessions a later version moves; --commit grades them by it

Where a playbook has pools or variants, grade, score and reference take --seed <text> for another draw.
`;

/** Says which commands there are. */
export function usage(wrong: string): void {
  console.error(wrong === "" ? USAGE : `There is no command "${wrong}".\n\n${USAGE}`);
}

/** A mistake in how a command was called. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Tells a refusal on the standard error stream, with all its violations. @returns false. @throws what is no refusal */
export function fail(error: unknown): false {
  if (error instanceof UsageError || isArgumentError(error)) {
    console.error(`${error.message}\n\n${USAGE}`);
    return false;
  }
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  for (const violation of error.violations) console.error(`\n${violationText(violation)}`);
  return false;
}

const isArgumentError = (error: unknown): error is Error =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

/** One violation as people read it: where, what, and what to do. */
export function violationText(violation: Violation | LocatedViolation): string {
  const place = "file" in violation ? `${violation.file}:${violation.line}  ` : "";
  const remedy = violation.remedy ? `\n    → ${violation.remedy}` : "";
  return `${place}${violation.path || "(the whole file)"}\n    ${violation.message}${remedy}`;
}

/** Text columns under each other; the columns named in `right` keep to the right. */
export function tableText(rows: readonly string[][], right: readonly number[] = []): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const cell = (text: string, column: number) =>
    right.includes(column) ? text.padStart(widths[column]!) : text.padEnd(widths[column]!);
  return rows.map((row) => row.map(cell).join("  ").trimEnd()).join("\n");
}

/** Prints a value as JSON on the standard output. */
export const printJson = (value: unknown): void => console.log(JSON.stringify(value, null, 2));

/** An item's points with their working. */
export function itemText({ id, section, points, max, outcome, working }: ItemResult): string {
  const verdict = outcome === "graded" ? "" : ` (${outcome.replaceAll("_", " ")})`;
  return [`${section} / ${id}: ${points} of ${max}${verdict}`, ...working.map(({ text }) => `    ${text}`)].join("\n");
}
