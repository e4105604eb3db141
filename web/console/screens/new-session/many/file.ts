import Papa from "papaparse";
import { templateRows } from "./columns.ts";
import type { Outcome } from "./invite-all.ts";
import type { Line } from "./sheet.ts";

/** The rows of a file with commas, semicolons or tabs. Blank rows stay, so that a row's place is its line. */
export async function readRows(file: File): Promise<string[][]> {
  const text = await file.text();
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: false }).data;
}

export const saveTemplate = (): void => save("candidates.csv", templateRows(Date.now()));

/** The links of those who were invited, and why the others weren't. */
export function saveLinks(lines: readonly Line[], outcomes: ReadonlyMap<number, Outcome>): void {
  const rows = lines.map((line) => {
    const outcome = outcomes.get(line.number);
    const made = outcome && "session" in outcome ? outcome.session : undefined;
    return [line.name, line.email, made?.id ?? "", made?.url ?? "", problemOf(line, outcome)];
  });
  save("links.csv", [["name", "email", "session", "link", "problem"], ...rows]);
}

/** Why a line invited nobody; empty where it did, or hasn't yet. */
export function problemOf(line: Line, outcome: Outcome | undefined): string {
  if ("problems" in line) return line.problems.join(" ");
  return outcome && "problem" in outcome ? outcome.problem : "";
}

/** A table program must not take a name for a formula. */
function save(name: string, rows: string[][]): void {
  const text = Papa.unparse(rows, { escapeFormulae: true, newline: "\r\n" });
  const address = URL.createObjectURL(new Blob([`\uFEFF${text}\r\n`], { type: "text/csv" }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
